-- What is known of each provider's data on each day, as counts: `good` of `n`, so that every score shows what it rests on; a
-- component without evidence has an `n` of 0 and no score. Days are UTC days on which it was observed. `window_days` tells how
-- many days until then it rests on; 0 is how things stand, which only its newest day has. `observations` counts what had a say
-- and only grows, so the row that knows most replaces the others.
DROP VIEW IF EXISTS travel.provider_quality_days;
DROP VIEW IF EXISTS travel.provider_completeness;
CREATE TABLE IF NOT EXISTS travel.provider_quality
(
    provider      LowCardinality(String),
    day           Date,
    component     LowCardinality(String),
    good          Int64,
    n             Int64,
    window_days   UInt8,
    observations  UInt64
)
ENGINE = ReplacingMergeTree(observations)
ORDER BY (provider, day, component);
ALTER TABLE travel.provider_quality ADD COLUMN IF NOT EXISTS score Nullable(Float64) ALIAS if(n > 0, 100 * good / n, NULL);

-- What an offer's score rests on that is the offer's own; how it stands among its comparables is in `comparable_offers`, its
-- provider's score in `provider_quality`. `prices` is how many the price risk rests on. The row of a departed offer stays.
CREATE TABLE IF NOT EXISTS travel.offer_quality
(
    kind         LowCardinality(String),
    destination  LowCardinality(String),
    departure    Date,
    provider     LowCardinality(String),
    offer_id     String,
    market       LowCardinality(String),
    stars        Nullable(Float64),
    rating       Nullable(Float64),
    reviews      Nullable(Int32),
    price_risk   Nullable(Float64),
    prices       UInt8,
    observed_at  DateTime64(3, 'UTC'),
    INDEX by_offer (provider, offer_id) TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(observed_at)
ORDER BY (kind, destination, departure, provider, offer_id)
SETTINGS index_granularity = 1024;
