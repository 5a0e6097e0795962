-- The dead letters, for counting and mending. A letter that a restarted job writes again has the same source and payload.
CREATE TABLE IF NOT EXISTS travel.rejected_observations
(
    reason       LowCardinality(String),
    source       String,
    message      String,
    payload      String CODEC(ZSTD(1)),
    rejected_at  DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (reason, source, sipHash64(payload));
