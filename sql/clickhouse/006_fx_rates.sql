-- What one unit of a currency was worth in US dollars from a day on. A later record of the same day replaces an earlier one
-- (`last_wins` is its offset: a key always lives in one partition of its topic).
CREATE TABLE IF NOT EXISTS travel.fx_rates
(
    currency   LowCardinality(String),
    kind       LowCardinality(String),
    date       Date,
    usd        Float64,
    last_wins  Int64
)
ENGINE = ReplacingMergeTree(last_wins)
ORDER BY (currency, kind, date);

-- The rate in force on a day: the latest at or before it. Loaded again a moment after a rate has come, so that a rate that
-- comes late corrects everything that rests on it.
CREATE DICTIONARY IF NOT EXISTS travel.fx
(
    currency  String,
    kind      String,
    first_day Date,
    last_day  Date,
    usd       Float64,
    dated     Date
)
PRIMARY KEY currency, kind
SOURCE(CLICKHOUSE(
    QUERY 'SELECT currency, kind, date AS first_day, leadInFrame(date - 1, 1, toDate(65535)) OVER (PARTITION BY currency, kind ORDER BY date ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS last_day, usd, date AS dated FROM travel.fx_rates FINAL'
    INVALIDATE_QUERY 'SELECT count(), sum(sipHash64(currency, kind, date, usd)) FROM travel.fx_rates FINAL'))
LIFETIME(MIN 1 MAX 2)
LAYOUT(COMPLEX_KEY_RANGE_HASHED())
RANGE(MIN first_day MAX last_day);

-- Prices are kept as they were quoted, per person (and night, for hotels), and turned into US dollars when they are read.
ALTER TABLE travel.price_observations RENAME COLUMN IF EXISTS unit_usd TO unit;
ALTER TABLE travel.price_observations ADD COLUMN IF NOT EXISTS fx_kind LowCardinality(Nullable(String)) AFTER currency;
ALTER TABLE travel.price_observations ADD COLUMN IF NOT EXISTS usd Nullable(Float64) ALIAS
    if(currency = 'USD', unit, unit * dictGetOrNull('travel.fx', 'usd', (toString(ifNull(currency, '')), toString(ifNull(fx_kind, 'official'))), toDate(observed_at)));

ALTER TABLE travel.offers RENAME COLUMN IF EXISTS unit_usd TO unit;
ALTER TABLE travel.offers ADD COLUMN IF NOT EXISTS fx_kind LowCardinality(Nullable(String)) AFTER currency;
ALTER TABLE travel.offers ADD COLUMN IF NOT EXISTS usd Nullable(Float64) ALIAS
    if(currency = 'USD', unit, unit * dictGetOrNull('travel.fx', 'usd', (toString(ifNull(currency, '')), toString(ifNull(fx_kind, 'official'))), toDate(ifNull(price_observed_at, observed_at))));
-- Whether that rate was older than seven days; absent where none is needed or known.
ALTER TABLE travel.offers ADD COLUMN IF NOT EXISTS fx_stale Nullable(Bool) ALIAS
    if(currency = 'USD', NULL, toDate(ifNull(price_observed_at, observed_at)) - dictGetOrNull('travel.fx', 'dated', (toString(ifNull(currency, '')), toString(ifNull(fx_kind, 'official'))), toDate(ifNull(price_observed_at, observed_at))) > 7);

ALTER TABLE travel.market_offer_days RENAME COLUMN IF EXISTS unit_usd TO unit;
ALTER TABLE travel.market_offer_days ADD COLUMN IF NOT EXISTS currency LowCardinality(String) DEFAULT 'USD' AFTER unit;
ALTER TABLE travel.market_offer_days ADD COLUMN IF NOT EXISTS fx_kind LowCardinality(String) DEFAULT 'official' AFTER currency;
ALTER TABLE travel.market_offer_days ADD COLUMN IF NOT EXISTS usd Nullable(Float64) ALIAS
    if(currency = 'USD', unit, unit * dictGetOrNull('travel.fx', 'usd', (toString(currency), toString(fx_kind)), day));
-- The same at the rate of seven days before: what is left of a week's change when money had stood still.
ALTER TABLE travel.market_offer_days ADD COLUMN IF NOT EXISTS usd_at_rate_7d_ago Nullable(Float64) ALIAS
    if(currency = 'USD', unit, unit * dictGetOrNull('travel.fx', 'usd', (toString(currency), toString(fx_kind)), day - 7));

-- As before, and the change split: what operators did at last week's rates, and the rest, which is the currency's. The
-- two are logarithms' shares of the whole, so that they add up: (1 + operators) * (1 + currency) = 1 + change.
DROP VIEW IF EXISTS travel.market_days;
CREATE VIEW IF NOT EXISTS travel.market_days AS
SELECT
    market,
    day,
    offers,
    minimum,
    p25,
    median,
    p75,
    100 * (median / median_7d_ago - 1) AS change_7d_percent,
    dropped / offers AS dropped_share,
    100 * (median_at_rate_7d_ago / median_7d_ago - 1) AS operators_7d_percent,
    100 * (median / median_at_rate_7d_ago - 1) AS currency_7d_percent
FROM
(
    SELECT
        *,
        anyOrNull(median) OVER (PARTITION BY market ORDER BY day RANGE BETWEEN 7 PRECEDING AND 7 PRECEDING) AS median_7d_ago
    FROM
    (
        SELECT
            market,
            day,
            count() AS offers,
            min(assumeNotNull(usd)) AS minimum,
            quantileExactInclusive(0.25)(assumeNotNull(usd)) AS p25,
            quantileExactInclusive(0.5)(assumeNotNull(usd)) AS median,
            quantileExactInclusive(0.75)(assumeNotNull(usd)) AS p75,
            quantileExactInclusiveOrNull(0.5)(usd_at_rate_7d_ago) AS median_at_rate_7d_ago
        FROM travel.market_offer_days FINAL
        WHERE usd IS NOT NULL
        GROUP BY market, day
    )
) AS days
LEFT JOIN
(
    SELECT market, toDate(observed_at) AS day, uniqExact(provider, offer_id) AS dropped
    FROM travel.price_drops FINAL
    GROUP BY market, day
) AS drops USING (market, day);
