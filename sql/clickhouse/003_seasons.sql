-- Seasonal trend per market. Small tables, rewritten as prices come in: `observations` counts what a row rests on and
-- grows with every observation of its market, so the row that knows most replaces the others.
CREATE TABLE IF NOT EXISTS travel.seasonal_levels
(
    market           LowCardinality(String),
    departure_month  Date,
    offers           UInt32,
    level            Nullable(Float64),
    idx              Nullable(Float64),
    status           LowCardinality(String),
    observations     UInt64,
    first_observed_at  DateTime64(3, 'UTC'),
    last_observed_at   DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(observations)
ORDER BY (market, departure_month);

CREATE TABLE IF NOT EXISTS travel.seasonal_index
(
    market           LowCardinality(String),
    calendar_month   UInt8,
    idx              Nullable(Float64),
    years            UInt16,
    coverage         UInt8,
    cycles           UInt16,
    status           LowCardinality(String),
    observations     UInt64
)
ENGINE = ReplacingMergeTree(observations)
ORDER BY (market, calendar_month);

CREATE TABLE IF NOT EXISTS travel.booking_curve
(
    market           LowCardinality(String),
    lead_bucket      UInt16,
    offers           UInt32,
    idx              Nullable(Float64),
    status           LowCardinality(String),
    observations     UInt64
)
ENGINE = ReplacingMergeTree(observations)
ORDER BY (market, lead_bucket);
