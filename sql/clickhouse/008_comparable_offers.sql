-- How every offer stands among its comparables: the same kind, destination, nights, board and occupancy (all in `holiday`),
-- a departure at most a day away and, for packages and hotels, the same hotel. `observations` counts what a row rests on and
-- grows with every observation of its comparables, so the row that knows most replaces the others. Once an offer has departed
-- its row stays as it was. `comparables` are the keys of all that it is compared with, itself too, one per line.
CREATE TABLE IF NOT EXISTS travel.comparable_offers
(
    holiday            LowCardinality(String),
    departure          Date CODEC(Delta, LZ4),
    provider           LowCardinality(String),
    offer_id           String,
    hotel              Nullable(String),
    match_confidence   Nullable(Float64),
    available          Bool,
    unit_usd           Nullable(Float64),
    offers             UInt32,
    providers          UInt16,
    provider_rank      Nullable(UInt16),
    cheaper            Nullable(UInt32),
    same_price         Nullable(UInt32),
    cheapest_usd       Nullable(Float64),
    cheapest_provider  LowCardinality(Nullable(String)),
    median_usd         Nullable(Float64),
    observations       UInt64,
    observed_at        DateTime64(3, 'UTC') CODEC(DoubleDelta, LZ4),
    comparables        String CODEC(ZSTD),
    INDEX by_offer (provider, offer_id) TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(observations)
ORDER BY (holiday, departure, provider, offer_id)
SETTINGS index_granularity = 1024;
