-- What offers' prices were seen doing. A pattern that goes on (a slide, a sell-out, flapping) is written again with the
-- same start and a later end, so the row that knows most replaces the others.
CREATE TABLE IF NOT EXISTS travel.price_patterns
(
    market         LowCardinality(String),
    pattern        LowCardinality(String),
    started_at     DateTime64(3, 'UTC') CODEC(Delta, LZ4),
    provider       LowCardinality(String),
    offer_id       String,
    kind           LowCardinality(String),
    destination    LowCardinality(String),
    departure      Date,
    ended_at       DateTime64(3, 'UTC') CODEC(Delta, LZ4),
    observations   UInt32,
    percent        Nullable(Decimal(12, 2)),
    level_before   Decimal(18, 4),
    level_between  Nullable(Decimal(18, 4)),
    level_after    Nullable(Decimal(18, 4)),
    list_amount    Nullable(Decimal(18, 4)),
    currency       LowCardinality(Nullable(String)),
    lead_days      Int32
)
ENGINE = ReplacingMergeTree(ended_at)
ORDER BY (market, pattern, started_at, provider, offer_id)
SETTINGS index_granularity = 1024;

-- Whether the offer alternated between two fares when it dropped: such a drop raises no alarm.
ALTER TABLE travel.price_drops ADD COLUMN IF NOT EXISTS flapping Bool DEFAULT false;
