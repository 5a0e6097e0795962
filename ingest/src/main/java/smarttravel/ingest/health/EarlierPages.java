package smarttravel.ingest.health;

/**
 * What the same request was answered with lately, by pages that were believed.
 *
 * @param pages how many there were
 * @param shown median of the offers and leads on them
 * @param fewest on any of them
 * @param end whether they end a list: they lead to no further page of their kind while others of the provider do, and are
 *     as short as what is left
 */
record EarlierPages(int pages, double shown, int fewest, boolean end) {
    /** Never asked before. */
    static final EarlierPages NONE = new EarlierPages(0, 0, 0, false);
}
