-- Every price drop once: the same drop has the same key and the same content however often it is written.
CREATE TABLE IF NOT EXISTS travel.price_drops
(
    destination           LowCardinality(String),
    observed_at           DateTime64(3, 'UTC') CODEC(Delta, LZ4),
    provider              LowCardinality(String),
    offer_id              String,
    drop_id               String,
    kind                  LowCardinality(String),
    market                LowCardinality(String),
    name                  Nullable(String),
    origin                LowCardinality(Nullable(String)),
    departure             Date,
    amount                Decimal(18, 4),
    currency              LowCardinality(String),
    baseline              Decimal(18, 4),
    percent               Decimal(9, 2),
    previous_amount       Decimal(18, 4),
    new_low               Bool,
    tracked_observations  UInt32,
    tracked_days          UInt32,
    lead_days             Int32,
    url                   Nullable(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (destination, observed_at, provider, offer_id)
SETTINGS index_granularity = 1024;
