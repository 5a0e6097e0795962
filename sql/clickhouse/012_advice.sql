-- Every word of advice on an offer's price, in both modes, by the model that spoke or the rule of neighbours. Said again
-- when more is known of the same moment: `looks` counts what a row rests on, so the row that knows most replaces the others.
CREATE TABLE IF NOT EXISTS travel.advice
(
    provider           LowCardinality(String),
    offer_id           String,
    asked_at           DateTime('UTC') CODEC(Delta, LZ4),
    model              LowCardinality(String),
    market             LowCardinality(String),
    currency           LowCardinality(String),
    departure          Date CODEC(Delta, LZ4),
    horizon_days       UInt8,
    cautious           LowCardinality(String),
    savings            LowCardinality(String),
    probability        Nullable(Float64),
    expected_saving    Nullable(Float64),
    promised_saving    Nullable(Float64),
    price              Nullable(Float64),
    seats_left         Nullable(Int32),
    earlier_prices     UInt16,
    neighbours         UInt16,
    neighbours_median  Nullable(Float64),
    looks              UInt64
)
ENGINE = ReplacingMergeTree(looks)
ORDER BY (provider, offer_id, asked_at, model)
SETTINGS index_granularity = 1024;

-- The models that were published. One that is published again (to go back to it) is the last again.
CREATE TABLE IF NOT EXISTS travel.advice_models
(
    model         String,
    published_at  DateTime64(3, 'UTC'),
    name          String,
    learnt_from   Date,
    learnt_to     Date,
    steps         UInt32,
    features      UInt16,
    columns       String,
    promises      UInt32,
    margin        Float64,
    floor         Float64,
    backtest      String CODEC(ZSTD),
    bytes         UInt32,
    sha256        String,
    last_wins     UInt64
)
ENGINE = ReplacingMergeTree(last_wins)
ORDER BY model;

-- What came of each word asked for from `from` to before `until`, once its seven days have passed at its provider:
-- advice_outcomes(from = '2026-01-01 00:00:00', until = '2027-01-01 00:00:00'). A window bounds what is read, not what is
-- found: a word's row is the same in every window that holds it. A buyer who is told to wait asks again at every
-- later look and buys at the first that is not told to wait, or else at the last look in time; a look without a word is
-- passed by. Who finds the offer sold out pays 110 % of its last price (who is sold out stands in the currency of that). `waited` is what that comes to when the first word
-- is wait, whatever it was, so that the probability can be judged; `paid` is what following the word came to.
CREATE VIEW IF NOT EXISTS travel.advice_outcomes AS
SELECT
    provider,
    offer_id,
    asked_at,
    model,
    market,
    currency,
    mode,
    if(mode = 'cautious', cautious, savings) AS word,
    probability,
    expected_saving,
    first_price,
    if(mode = 'cautious', waited_cautious, waited_savings) AS waited,
    if(word = 'WAIT', waited, first_price) AS paid,
    least(first_price, cheapest_later) AS cheapest,
    (first_price - paid) / first_price AS realised_saving,
    (paid - cheapest) / first_price AS regret,
    waited < first_price AS cheaper,
    sold_out
FROM
(
    SELECT *, toUnixTimestamp(asked_at) AS second
    FROM travel.advice FINAL
    WHERE asked_at >= {from:DateTime('UTC')} AND asked_at < {until:DateTime('UTC')}
) AS asked
INNER JOIN
(
    SELECT
        provider,
        offer_id,
        second,
        quoted AS currency,
        cost AS first_price,
        sold,
        count() OVER week AS later,
        min(cost) OVER week AS cheapest_later,
        max(sold) OVER week AS sold_out,
        if(max(stops_cautious) OVER week, argMinIf(cost, second, stops_cautious) OVER week,
            argMax(cost, second) OVER week) AS waited_cautious,
        if(max(stops_savings) OVER week, argMinIf(cost, second, stops_savings) OVER week,
            argMax(cost, second) OVER week) AS waited_savings
    FROM
    (
        SELECT
            provider,
            offer_id,
            second,
            quoted,
            sold,
            if(sold, 1.1 * lagInFrame(price) OVER looks, price) AS cost,
            sum(sold) OVER (PARTITION BY provider, offer_id, quoted ORDER BY second
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS stretch,
            sold OR cautious_word NOT IN ('', 'WAIT') AS stops_cautious,
            sold OR savings_word NOT IN ('', 'WAIT') AS stops_savings
        FROM
        (
            SELECT
                provider,
                offer_id,
                toUnixTimestamp(observed_at) AS second,
                isNull(amount) OR availability = 'SOLD_OUT' AS sold,
                ifNull(unit, toFloat64(ifNull(amount, 0))) AS price,
                toString(ifNull(ifNull(price_observations.currency, anyLast(price_observations.currency) OVER (
                    PARTITION BY provider, offer_id ORDER BY observed_at
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)), '')) AS quoted
            FROM travel.price_observations FINAL
            WHERE NOT late
              AND observed_at >= {from:DateTime('UTC')}
              AND observed_at < {until:DateTime('UTC')} + INTERVAL 7 DAY
              AND (provider, offer_id) IN (
                  SELECT provider, offer_id FROM travel.advice
                  WHERE asked_at >= {from:DateTime('UTC')} AND asked_at < {until:DateTime('UTC')})
        ) AS seen
        LEFT JOIN
        (
            SELECT
                provider,
                offer_id,
                toUnixTimestamp(asked_at) AS second,
                toString(argMax(cautious, (looks, model))) AS cautious_word,
                toString(argMax(savings, (looks, model))) AS savings_word
            FROM travel.advice FINAL
            WHERE asked_at >= {from:DateTime('UTC')} AND asked_at < {until:DateTime('UTC')} + INTERVAL 7 DAY
            GROUP BY provider, offer_id, second
        ) AS said USING (provider, offer_id, second)
        WINDOW looks AS (PARTITION BY provider, offer_id, quoted ORDER BY second
            ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
    )
    WINDOW week AS (PARTITION BY provider, offer_id, quoted, stretch ORDER BY second
        RANGE BETWEEN 1 FOLLOWING AND 604800 FOLLOWING)
) AS paths USING (provider, offer_id, second, currency)
INNER JOIN
(
    -- the newest of all: a provider without one from here on has let no word's seven days pass
    SELECT provider, toUnixTimestamp(max(observed_at)) AS newest
    FROM travel.price_observations
    WHERE observed_at >= {from:DateTime('UTC')} + INTERVAL 7 DAY
    GROUP BY provider
) AS clocks USING (provider)
ARRAY JOIN ['cautious', 'savings'] AS mode
WHERE second + 604800 <= newest AND NOT sold AND later > 0;

-- What advice was worth, per market, model and mode, over the words of a window that can be judged. Sums are in the market's currency;
-- `share` is of what perfect foresight would have saved; the Brier score stands beside the one of always saying the base rate.
CREATE VIEW IF NOT EXISTS travel.advice_scores AS
SELECT
    market,
    currency,
    model,
    mode,
    min(asked_at) AS first_asked_at,
    max(asked_at) AS last_asked_at,
    countIf(word != 'INSUFFICIENT') AS scored,
    countIf(word = 'WAIT') AS waits,
    countIf(word = 'INSUFFICIENT') AS insufficient,
    sumIf(first_price, word != 'INSUFFICIENT') AS spend,
    sumIf(first_price - paid, word != 'INSUFFICIENT') AS saved,
    sumIf(first_price - cheapest, word != 'INSUFFICIENT') AS possible,
    if(possible > 0, saved / possible, NULL) AS share,
    countIf(word != 'INSUFFICIENT' AND paid > first_price) AS worse,
    countIf(word != 'INSUFFICIENT' AND paid < first_price) AS better,
    avgOrNullIf(regret, word != 'INSUFFICIENT') AS mean_regret,
    countIf(isNotNull(probability)) AS judged_probabilities,
    avgOrNullIf(pow(assumeNotNull(probability) - cheaper, 2), isNotNull(probability)) AS brier,
    avgOrNullIf(cheaper, isNotNull(probability)) AS base_rate,
    base_rate * (1 - base_rate) AS brier_of_base_rate,
    countIf(sold_out) AS sold_out
FROM travel.advice_outcomes(from = {from:DateTime('UTC')}, until = {until:DateTime('UTC')})
GROUP BY market, currency, model, mode;
