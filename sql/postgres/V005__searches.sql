-- Live searches. The scheduling process of ingestion turns their requests into crawls.
CREATE TABLE searches (
    id           uuid        PRIMARY KEY,
    criteria     jsonb       NOT NULL,
    request      bigint      NOT NULL REFERENCES crawl_requests ON DELETE CASCADE,
    live         boolean     NOT NULL,           -- false: answered from an earlier search's request
    started_at   timestamptz NOT NULL,
    closes_at    timestamptz NOT NULL,
    offers_since timestamptz NOT NULL
);
CREATE INDEX searches_of_criteria ON searches (criteria, started_at DESC) WHERE live;
