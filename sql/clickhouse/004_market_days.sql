-- What each offer of a market cost on each day it was seen: its last price of the day in USD per person (and night, for
-- hotels). Sorted by market and day, so that a market's days are one range read.
CREATE TABLE IF NOT EXISTS travel.market_offer_days
(
    market       LowCardinality(String),
    day          Date CODEC(Delta, LZ4),
    provider     LowCardinality(String),
    offer_id     String,
    unit_usd     Float64,
    observed_at  DateTime64(3, 'UTC') CODEC(DoubleDelta, LZ4)
)
ENGINE = ReplacingMergeTree(observed_at)
PARTITION BY toYYYYMM(day)
ORDER BY (market, day, provider, offer_id);

-- The market's days, computed when asked: exact whatever order the prices came in. Quartiles interpolate between closest
-- ranks. The change is against the median seven days before, absent when that day was not observed.
CREATE VIEW IF NOT EXISTS travel.market_days AS
SELECT
    market,
    day,
    offers,
    minimum,
    p25,
    median,
    p75,
    100 * (median / anyOrNull(median) OVER (PARTITION BY market ORDER BY day RANGE BETWEEN 7 PRECEDING AND 7 PRECEDING) - 1)
        AS change_7d_percent,
    dropped / offers AS dropped_share
FROM
(
    SELECT
        market,
        day,
        count() AS offers,
        min(unit_usd) AS minimum,
        quantileExactInclusive(0.25)(unit_usd) AS p25,
        quantileExactInclusive(0.5)(unit_usd) AS median,
        quantileExactInclusive(0.75)(unit_usd) AS p75
    FROM travel.market_offer_days FINAL
    GROUP BY market, day
) AS days
LEFT JOIN
(
    SELECT market, toDate(observed_at) AS day, uniqExact(provider, offer_id) AS dropped
    FROM travel.price_drops FINAL
    WHERE currency = 'USD'
    GROUP BY market, day
) AS drops USING (market, day);
