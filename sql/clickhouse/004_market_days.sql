-- What a market cost on each day it was observed: every offer seen available that day counts once, with its last price
-- of the day in USD per person (and night, for hotels). `observations` grows with what the row rests on.
CREATE TABLE IF NOT EXISTS travel.market_day_prices
(
    market           LowCardinality(String),
    day              Date,
    offers           UInt32,
    minimum          Float64,
    p25              Float64,
    median           Float64,
    p75              Float64,
    dropped          UInt32,
    observations     UInt64
)
ENGINE = ReplacingMergeTree(observations)
ORDER BY (market, day);

-- The same with the change against the market's median seven days before, absent when that day was not observed.
CREATE VIEW IF NOT EXISTS travel.market_days AS
SELECT
    today.market AS market,
    today.day AS day,
    today.offers AS offers,
    today.minimum AS minimum,
    today.p25 AS p25,
    today.median AS median,
    today.p75 AS p75,
    if(before.offers = 0, NULL, 100 * (today.median / before.median - 1)) AS change_7d_percent,
    today.dropped / today.offers AS dropped_share,
    today.observations AS observations
FROM (SELECT * FROM travel.market_day_prices FINAL) AS today
LEFT JOIN (SELECT market, day, offers, median FROM travel.market_day_prices FINAL) AS before
    ON before.market = today.market AND before.day = today.day - 7;
