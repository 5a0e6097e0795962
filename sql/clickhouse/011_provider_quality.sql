-- What is known of each provider's data on each day, as counts: `good` of `n`, so that every score shows what it rests
-- on. Days are UTC days of observation; the figures are as of the day's end, of whatever was observed by then. A
-- component without evidence has no row: no list prices, no honesty. Stretches of hours and days are whole seconds.
--   validity   7 days: observations that were accepted, of all that named the provider
--   freshness  7 days: offers not departed and on sale that were seen in the 24 h before the day's last observation
--   honesty    7 days: list prices not above the offer's own highest price of the 30 days until then
--   stability  7 days that ended 2 days ago: price changes that were not undone within 48 h
CREATE VIEW IF NOT EXISTS travel.provider_quality_days AS
SELECT provider, day, component, good, n, 100 * good / n AS score
FROM
(
    SELECT
        provider,
        day,
        component,
        sum(sum(day_good)) OVER week AS good,
        sum(sum(day_n)) OVER week AS n
    FROM
    (
        -- a day without anything to judge still has a week behind it
        SELECT DISTINCT
            toString(provider) AS provider,
            toDate(observed_at) AS day,
            arrayJoin(['honesty', 'stability']) AS component,
            0 AS day_good,
            0 AS day_n
        FROM travel.price_observations FINAL
        UNION ALL
        SELECT provider, day, 'validity' AS component, sum(accepted) AS day_good, count() AS day_n
        FROM
        (
            SELECT toString(provider) AS provider, toDate(observed_at) AS day, 1 AS accepted
            FROM travel.price_observations FINAL
            UNION ALL
            SELECT
                JSONExtractString(payload, 'provider') AS provider,
                toDate(least(rejected_at, ifNull(
                    parseDateTime64BestEffortOrNull(JSONExtractString(payload, 'observedAt'), 3, 'UTC'), rejected_at))) AS day,
                0 AS accepted
            FROM travel.rejected_observations FINAL
            WHERE isValidJSON(payload) AND JSONExtractString(payload, 'provider') != ''
        )
        GROUP BY provider, day
        UNION ALL
        SELECT provider, day, 'honesty' AS component, countIf(list_amount <= highest) AS day_good, count() AS day_n
        FROM
        (
            SELECT
                toString(provider) AS provider,
                toDate(observed_at) AS day,
                list_amount,
                max(amount) OVER month AS highest,
                count() OVER month AS prices
            FROM travel.price_observations FINAL
            WHERE NOT late AND NOT quarantined AND isNotNull(amount)
            WINDOW month AS (PARTITION BY provider, offer_id, currency ORDER BY toUnixTimestamp(observed_at)
                RANGE BETWEEN 2592000 PRECEDING AND CURRENT ROW)
        )
        WHERE isNotNull(list_amount) AND prices > 1
        GROUP BY provider, day
        UNION ALL
        SELECT provider, day, 'stability' AS component, countIf(NOT undone) AS day_good, count() AS day_n
        FROM
        (
            SELECT
                toString(provider) AS provider,
                toDate(observed_at) + 2 AS day,
                max(toDate(observed_at)) OVER (PARTITION BY provider) AS newest_day,
                price,
                lagInFrame(price, 1, 0) OVER (PARTITION BY provider, offer_id, currency ORDER BY observed_at
                    ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS previous,
                has(groupArray(price) OVER (PARTITION BY provider, offer_id, currency ORDER BY toUnixTimestamp(observed_at)
                    RANGE BETWEEN CURRENT ROW AND 172800 FOLLOWING), previous) AS undone
            FROM
            (
                SELECT provider, offer_id, observed_at, assumeNotNull(currency) AS currency, toInt64(assumeNotNull(amount) * 10000) AS price
                FROM travel.price_observations FINAL
                WHERE NOT late AND NOT quarantined AND isNotNull(amount) AND isNotNull(currency)
            )
        )
        WHERE previous != 0 AND price != previous AND day <= newest_day
        GROUP BY provider, day
    )
    GROUP BY provider, day, component
    WINDOW week AS (PARTITION BY provider, component ORDER BY day RANGE BETWEEN 6 PRECEDING AND CURRENT ROW)
    UNION ALL
    SELECT provider, day, 'freshness' AS component, countIf(last_at > day_end - toIntervalDay(1)) AS good, count() AS n
    FROM
    (
        SELECT
            toString(provider) AS provider,
            day,
            offer_id,
            any(departs) AS departure,
            max(observed_at) AS last_at,
            argMax(priced, observed_at) AS on_sale
        FROM
        (
            SELECT provider, offer_id, observed_at, departure AS departs, isNotNull(amount) AS priced,
                toDate(observed_at) + arrayJoin(range(8)) AS day
            FROM travel.price_observations FINAL
            WHERE NOT late
        )
        GROUP BY provider, day, offer_id
    ) AS offers
    INNER JOIN
    (
        SELECT toString(provider) AS provider, toDate(observed_at) AS day, max(observed_at) AS day_end
        FROM travel.price_observations FINAL
        WHERE NOT late
        GROUP BY provider, day
    ) AS days USING (provider, day)
    WHERE departure >= day AND last_at > day_end - toIntervalDay(7) AND on_sale
    GROUP BY provider, day
)
WHERE n > 0;

-- How much each provider says beyond what it must, of the fields that its kinds of offer can have: over the latest state of
-- the offers seen in its last seven days. As it is now: the history does not keep every field.
CREATE VIEW IF NOT EXISTS travel.provider_completeness AS
SELECT
    provider,
    toDate(max(newest)) AS day,
    'completeness' AS component,
    sum(arraySum(filled)) AS good,
    sum(length(filled)) AS n,
    100 * good / n AS score
FROM
(
    SELECT
        provider,
        observed_at,
        max(observed_at) OVER (PARTITION BY provider) AS newest,
        arrayConcat(
            [isNotNull(name), isNotNull(url), isNotNull(taxes_included), isNotNull(basis), isNotNull(occupancy)],
            if(kind IN ('HOTEL', 'PACKAGE'),
                [isNotNull(country), isNotNull(hotel), isNotNull(stars), isNotNull(board), isNotNull(nights), isNotNull(rating),
                 isNotNull(reviews)], []),
            if(kind IN ('FLIGHT', 'PACKAGE', 'CRUISE'), [isNotNull(origin), isNotNull(seats_left)], [])) AS filled
    FROM travel.offers FINAL
)
WHERE observed_at > newest - toIntervalDay(7)
GROUP BY provider;
