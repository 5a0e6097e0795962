package smarttravel.api.health;

/** One part that has to work before requests can be answered. */
public interface ReadinessCheck {
    /** The part's name, as {@code /health/ready} shows it. */
    String name();

    /** Returns when the part works, throws when it does not. May be interrupted when it takes too long. */
    void check() throws Exception;

    /** A check made of a name and what to try. */
    static ReadinessCheck of(String name, Attempt attempt) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void check() throws Exception {
                attempt.run();
            }
        };
    }

    /** What is tried. */
    @FunctionalInterface
    interface Attempt {
        void run() throws Exception;
    }
}
