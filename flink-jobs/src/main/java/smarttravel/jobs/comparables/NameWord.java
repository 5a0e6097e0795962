package smarttravel.jobs.comparables;

/** One word of a hotel's name, and how much it tells hotels apart. */
record NameWord(String text, Sort sort) {
    /** What a word is, from the least to the most telling, and what it weighs; whole weights add up exactly. */
    enum Sort {
        /** The destination: every second hotel there carries it. */
        PLACE(1),
        /** Whom a hotel takes, such as adults only: some sellers append it, others do not. */
        QUALIFIER(1),
        /** The chain: some sellers leave it out. */
        CHAIN(2),
        /** A word many hotels share, and by which a chain tells its neighbouring houses apart: beach, palace. */
        COMMON(6),
        /** The name proper. */
        PROPER(10);

        private final double weight;

        Sort(double weight) {
            this.weight = weight;
        }
    }

    double weight() {
        return sort.weight;
    }
}
