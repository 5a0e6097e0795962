package smarttravel.stack.simulation;

/** How much is simulated: enough to look at, or as little as a test can do with. */
public enum MarketSize {
    /** Eight destinations, four providers, about 180,000 observations in 540 days. */
    DEMO(120, 180, 90),
    /** Three markets, about 20,000 observations in 540 days. */
    SMALL(75, 100, 50);

    private final int shortestSale;
    private final int longestSale;
    private final int openDays;

    MarketSize(int shortestSale, int longestSale, int openDays) {
        this.shortestSale = shortestSale;
        this.longestSale = longestSale;
        this.openDays = openDays;
    }

    /** The fewest days before its departure that an offer is published. */
    int shortestSale() {
        return shortestSale;
    }

    /** The most days before its departure that an offer is published. */
    int longestSale() {
        return longestSale;
    }

    /** How many days after the history's end the last departure lies. */
    int openDays() {
        return openDays;
    }
}
