-- Since when a drop's baseline held, and which rate its seller uses: the rates of the two days are looked up when a row is
-- read, so that a rate that comes late corrects the currency's share. Absent in rows from before, and the kind in USD.
ALTER TABLE travel.price_drops ADD COLUMN IF NOT EXISTS baseline_at Nullable(DateTime64(3, 'UTC'));
ALTER TABLE travel.price_drops ADD COLUMN IF NOT EXISTS fx_kind LowCardinality(Nullable(String));
ALTER TABLE travel.price_drops ADD COLUMN IF NOT EXISTS rate Nullable(Float64) ALIAS
    if(currency = 'USD', NULL, dictGetOrNull('travel.fx', 'usd', (toString(currency), toString(ifNull(fx_kind, 'official'))), toDate(observed_at)));
ALTER TABLE travel.price_drops ADD COLUMN IF NOT EXISTS baseline_rate Nullable(Float64) ALIAS
    if(currency = 'USD' OR baseline_at IS NULL, NULL, dictGetOrNull('travel.fx', 'usd', (toString(currency), toString(ifNull(fx_kind, 'official'))), toDate(ifNull(baseline_at, observed_at))));
-- Whether one of the two was older than seven days; absent where none is needed or known.
ALTER TABLE travel.price_drops ADD COLUMN IF NOT EXISTS fx_stale Nullable(Bool) ALIAS
    if(currency = 'USD' OR baseline_at IS NULL, NULL, toDate(observed_at) - dictGetOrNull('travel.fx', 'dated', (toString(currency), toString(ifNull(fx_kind, 'official'))), toDate(observed_at)) > 7
        OR toDate(ifNull(baseline_at, observed_at)) - dictGetOrNull('travel.fx', 'dated', (toString(currency), toString(ifNull(fx_kind, 'official'))), toDate(ifNull(baseline_at, observed_at))) > 7);

-- How the offer's own provider writes its hotel: `hotel` is what it is called among its comparables. `observations` is the
-- number of observations that a row rests on, and 2^32 for every decision that analysts had made at its place.
ALTER TABLE travel.comparable_offers ADD COLUMN IF NOT EXISTS listed_as Nullable(String);

-- What analysts decided on two listings; the last word replaces those before (`last_wins` is its offset: a key always lives
-- in one partition of its topic).
CREATE TABLE IF NOT EXISTS travel.match_decisions
(
    place           LowCardinality(String),
    one_provider    LowCardinality(String),
    one_hotel       String,
    other_provider  LowCardinality(String),
    other_hotel     String,
    verdict         LowCardinality(String),
    decided_by      String,
    decided_at      DateTime64(3, 'UTC'),
    note            Nullable(String),
    last_wins       Int64
)
ENGINE = ReplacingMergeTree(last_wins)
ORDER BY (place, one_provider, one_hotel, other_provider, other_hotel);
