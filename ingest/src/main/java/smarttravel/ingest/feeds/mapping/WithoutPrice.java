package smarttravel.ingest.feeds.mapping;

/** What a row without a price tells. */
enum WithoutPrice {
    SOLD_OUT,
    REJECT
}
