package smarttravel.stack.cli;

/** Where messages go: stderr, and whether a person watches it. */
final class Terminal {
    private Terminal() {}

    /** Whether stderr is a terminal; {@code ./travel} tells, because Java 17 cannot. */
    static boolean isWatched() {
        return Boolean.getBoolean("travel.terminal");
    }

    /** Says one line to the person. */
    static void say(String message) {
        System.err.println(message);
    }
}
