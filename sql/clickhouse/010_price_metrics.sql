-- How an offer's price lies among its own prices: all that are plausible and on time since it was quoted in its present
-- currency. Quartiles interpolate between closest ranks, as spreadsheets do. Under five prices nothing is said. Low is at or
-- below the first quartile and below the median, high the mirror image: what an offer usually costs is neither.
DROP VIEW IF EXISTS travel.offer_price_metrics;
CREATE VIEW IF NOT EXISTS travel.offer_price_metrics AS
SELECT
    provider,
    offer_id,
    market,
    currency,
    amount,
    observations,
    first_observed_at,
    last_observed_at,
    minimum,
    q1,
    median,
    q3,
    maximum,
    multiIf(observations < 5, 'insufficient', toFloat64(amount) <= q1 AND toFloat64(amount) < median, 'low',
        toFloat64(amount) >= q3 AND toFloat64(amount) > median, 'high', 'typical') AS stands
FROM
(
    SELECT
        provider,
        offer_id,
        market,
        currency,
        amount,
        length(amounts) AS observations,
        arrayMin(price -> price.1, prices) AS first_observed_at,
        last_observed_at,
        arrayMin(amounts) AS minimum,
        round(arrayReduce('quantileExactInclusive(0.25)', arrayMap(one -> toFloat64(one), amounts)), 4) AS q1,
        round(arrayReduce('quantileExactInclusive(0.5)', arrayMap(one -> toFloat64(one), amounts)), 4) AS median,
        round(arrayReduce('quantileExactInclusive(0.75)', arrayMap(one -> toFloat64(one), amounts)), 4) AS q3,
        arrayMax(amounts) AS maximum
    FROM
    (
        SELECT
            provider,
            offer_id,
            any(offers_market) AS market,
            argMax(quoted, observed_at) AS currency,
            argMax(price, observed_at) AS amount,
            max(observed_at) AS last_observed_at,
            groupArray((observed_at, quoted, price)) AS seen,
            arrayMax(one -> if(one.2 = currency, toDateTime64(0, 3, 'UTC'), one.1), seen) AS rebased_at,
            arrayFilter(one -> one.1 > rebased_at, seen) AS prices,
            arrayMap(one -> one.3, prices) AS amounts
        FROM
        (
            SELECT
                provider,
                offer_id,
                observed_at,
                market AS offers_market,
                toString(assumeNotNull(currency)) AS quoted,
                assumeNotNull(amount) AS price
            FROM travel.price_observations FINAL
            WHERE NOT late AND NOT quarantined AND isNotNull(amount) AND isNotNull(currency)
        )
        GROUP BY provider, offer_id
    )
);

-- What a market costs that many days before departure, in USD per person (and night, for hotels): of each offer and day
-- the last plausible price, by lead bucket. Under five of them nothing is said.
CREATE VIEW IF NOT EXISTS travel.market_lead_metrics AS
SELECT
    market,
    lead_bucket,
    count() AS observations,
    uniqExact(provider, offer_id) AS offers,
    min(last_at) AS first_observed_at,
    max(last_at) AS last_observed_at,
    min(price) AS minimum,
    quantileExactInclusive(0.25)(price) AS q1,
    quantileExactInclusive(0.5)(price) AS median,
    quantileExactInclusive(0.75)(price) AS q3,
    max(price) AS maximum,
    if(observations < 5, 'insufficient', 'ok') AS status
FROM
(
    SELECT
        market,
        provider,
        offer_id,
        argMax(assumeNotNull(usd), observed_at) AS price,
        max(observed_at) AS last_at,
        any(lead_days) AS days,
        multiIf(days >= 180, 180, days >= 90, 90, days >= 60, 60, days >= 30, 30, days >= 21, 21, days >= 14, 14,
            days >= 7, 7, 0) AS lead_bucket
    FROM travel.price_observations FINAL
    WHERE NOT late AND NOT quarantined AND isNotNull(usd) AND lead_days >= 0
    GROUP BY market, provider, offer_id, toDate(observed_at)
)
GROUP BY market, lead_bucket;

-- Where each offer's last price stands among its market's at the same lead.
DROP VIEW IF EXISTS travel.offer_market_standing;
CREATE VIEW IF NOT EXISTS travel.offer_market_standing AS
SELECT
    provider,
    offer_id,
    market,
    lead_bucket,
    unit_usd,
    observed_at,
    observations,
    offers,
    q1,
    median,
    q3,
    multiIf(observations < 5, 'insufficient', unit_usd <= q1 AND unit_usd < median, 'low',
        unit_usd >= q3 AND unit_usd > median, 'high', 'typical') AS stands
FROM
(
    SELECT
        market,
        provider,
        offer_id,
        argMax(assumeNotNull(price_observations.usd), price_observations.observed_at) AS unit_usd,
        argMax(price_observations.lead_days, price_observations.observed_at) AS days,
        max(price_observations.observed_at) AS observed_at,
        multiIf(days >= 180, 180, days >= 90, 90, days >= 60, 60, days >= 30, 30, days >= 21, 21, days >= 14, 14,
            days >= 7, 7, 0) AS lead_bucket
    FROM travel.price_observations FINAL
    WHERE NOT late AND NOT quarantined AND isNotNull(price_observations.usd) AND lead_days >= 0
    GROUP BY market, provider, offer_id
) AS latest
INNER JOIN travel.market_lead_metrics AS metrics USING (market, lead_bucket);
