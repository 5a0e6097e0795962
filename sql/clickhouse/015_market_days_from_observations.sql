-- Each price on time that says for how many it is goes on to its market's day, in the insert that stores it. As with every
-- table, an insert that is repeated changes nothing; of several prices of a day the newest stays.
CREATE MATERIALIZED VIEW IF NOT EXISTS travel.priced_observations TO travel.market_offer_days AS
SELECT
    seen.market AS market,
    toDate(seen.observed_at) AS day,
    seen.provider AS provider,
    seen.offer_id AS offer_id,
    assumeNotNull(seen.unit) AS unit,
    assumeNotNull(seen.currency) AS currency,
    ifNull(seen.fx_kind, 'official') AS fx_kind,
    seen.observed_at AS observed_at
FROM travel.price_observations AS seen
WHERE NOT seen.late AND seen.amount > 0 AND seen.unit IS NOT NULL AND seen.currency IS NOT NULL;
