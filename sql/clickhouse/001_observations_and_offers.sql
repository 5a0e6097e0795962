-- Every price that was seen, for ever. Sorted by offer and time: an offer's history is one range read.
-- The first observation of one offer and moment wins: `first_wins` is the record's negated offset in its topic
-- partition, so whichever copy came first replaces the others, and a repeated insert changes nothing.
CREATE TABLE IF NOT EXISTS travel.price_observations
(
    provider        LowCardinality(String),
    offer_id        String,
    observed_at     DateTime64(3, 'UTC') CODEC(DoubleDelta, LZ4),
    kind            LowCardinality(String),
    market          LowCardinality(String),
    origin          LowCardinality(Nullable(String)),
    destination     LowCardinality(String),
    departure       Date CODEC(Delta, LZ4),
    lead_days       Int16 CODEC(T64, LZ4),
    amount          Nullable(Decimal(18, 4)),
    currency        LowCardinality(Nullable(String)),
    list_amount     Nullable(Decimal(18, 4)),
    unit_usd        Nullable(Float64),
    availability    LowCardinality(String),
    seats_left      Nullable(Int32),
    late            Bool,
    quarantined     Bool,
    fetch_id        Nullable(String),
    received_at     DateTime64(3, 'UTC') CODEC(DoubleDelta, LZ4),
    first_wins      Int64 CODEC(DoubleDelta, LZ4)
)
ENGINE = ReplacingMergeTree(first_wins)
PARTITION BY toYYYYMM(observed_at)
ORDER BY (provider, offer_id, observed_at)
SETTINGS index_granularity = 4096;

-- The latest state of every offer. Sorted for the search: destination and departure first.
-- A newer observation replaces an older one; a sold-out offer keeps its last price.
CREATE TABLE IF NOT EXISTS travel.offers
(
    kind               LowCardinality(String),
    destination        LowCardinality(String),
    departure          Date,
    provider           LowCardinality(String),
    offer_id           String,
    market             LowCardinality(String),
    name               Nullable(String),
    origin             LowCardinality(Nullable(String)),
    country            LowCardinality(Nullable(String)),
    hotel              Nullable(String),
    stars              Nullable(Float64),
    board              LowCardinality(Nullable(String)),
    board_text         LowCardinality(Nullable(String)),
    nights             Nullable(Int16),
    occupancy          Nullable(Int16),
    basis              LowCardinality(Nullable(String)),
    amount             Nullable(Decimal(18, 4)),
    currency           LowCardinality(Nullable(String)),
    list_amount        Nullable(Decimal(18, 4)),
    unit_usd           Nullable(Float64),
    taxes_included     Nullable(Bool),
    availability       LowCardinality(String),
    seats_left         Nullable(Int32),
    rating             Nullable(Float64),
    reviews            Nullable(Int32),
    url                Nullable(String),
    observed_at        DateTime64(3, 'UTC'),
    price_observed_at  Nullable(DateTime64(3, 'UTC')),
    first_observed_at  DateTime64(3, 'UTC'),
    observations       UInt32,
    INDEX by_offer (provider, offer_id) TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(observed_at)
ORDER BY (kind, destination, departure, provider, offer_id)
SETTINGS index_granularity = 1024;
