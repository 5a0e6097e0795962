package smarttravel.ingest.selectors;

/**
 * A provider's vocabulary.
 *
 * @param board to RO, BB, HB, FB or AI
 * @param occupancy to how many persons a price is for
 * @param soldOut said where an offer cannot be bought
 * @param onRequest said in place of a price
 * @param empty said by a listing that has nothing
 */
record PageWords(WordTable board, WordTable occupancy, WordTable soldOut, WordTable onRequest, WordTable empty) {}
