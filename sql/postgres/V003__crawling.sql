-- What is crawled when, and the ledger of every page that is, was or will be fetched.

-- What somebody asked for; the scheduling process turns each into crawls.
CREATE TABLE crawl_requests (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider     text,                       -- of all providers when absent
    criteria     jsonb       NOT NULL,
    reason       text        NOT NULL CHECK (reason IN ('search', 'manual')),
    urgent       boolean     NOT NULL,
    requested_at timestamptz NOT NULL,
    taken_at     timestamptz,
    error        text
);
CREATE INDEX crawl_requests_open ON crawl_requests (id) WHERE taken_at IS NULL;

-- One question to one provider, answered page by page. The counts are those of the moment it was closed.
CREATE TABLE crawls (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider   text        NOT NULL,
    criteria   jsonb       NOT NULL,
    reason     text        NOT NULL CHECK (reason IN ('plan', 'search', 'manual')),
    request    bigint      REFERENCES crawl_requests ON DELETE SET NULL,
    urgent     boolean     NOT NULL,
    priority   smallint    NOT NULL,           -- the lowest goes first
    pages      integer     NOT NULL,
    started_at timestamptz NOT NULL,
    closed_at  timestamptz,
    done       integer,
    dead       integer,
    offers     integer,
    refused    integer
);
CREATE INDEX crawls_open ON crawls (id) WHERE closed_at IS NULL;
CREATE INDEX crawls_of_request ON crawls (request);
CREATE INDEX crawls_of_provider ON crawls (provider, started_at);

-- A page of a crawl. A queue carries no more than its id: what holds is what stands here.
CREATE TABLE crawl_tasks (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    crawl        bigint      NOT NULL REFERENCES crawls ON DELETE CASCADE,
    provider     text        NOT NULL,
    page_key     bytea       NOT NULL,         -- SHA-256 of the normalised address: one fetch per page and crawl
    address      text        NOT NULL,
    role         text        NOT NULL,
    context      jsonb       NOT NULL,
    urgent       boolean     NOT NULL,
    priority     smallint    NOT NULL,
    state        text        NOT NULL CHECK (state IN ('NEW', 'PUBLISHED', 'DONE', 'DEAD')),
    attempts     smallint    NOT NULL DEFAULT 0,
    not_before   timestamptz NOT NULL,
    created_at   timestamptz NOT NULL,
    published_at timestamptz,
    ended_at     timestamptz,
    last_error   text,
    offers       integer,
    refused      jsonb,                        -- count by reason
    UNIQUE (crawl, page_key)
);
CREATE INDEX crawl_tasks_due ON crawl_tasks (provider, priority, id) WHERE state = 'NEW';
CREATE INDEX crawl_tasks_published ON crawl_tasks (provider) WHERE state = 'PUBLISHED';
CREATE INDEX crawl_tasks_open ON crawl_tasks (crawl) WHERE state IN ('NEW', 'PUBLISHED');

-- Pages as they came, compressed: until their observations are in Kafka, and longer when they could not be read.
CREATE TABLE fetched_pages (
    task         bigint      PRIMARY KEY REFERENCES crawl_tasks ON DELETE CASCADE,
    provider     text        NOT NULL,
    address      text        NOT NULL,
    content_type text,
    body         bytea       NOT NULL,         -- gzip
    fetched_at   timestamptz NOT NULL,
    kept_for     text                          -- why it was kept; absent while its task is worked on
);
CREATE INDEX fetched_pages_kept ON fetched_pages (provider, task) WHERE kept_for IS NOT NULL;

-- When every provider is crawled, as its file and what clients watch have it.
CREATE TABLE crawl_plans (
    provider       text        NOT NULL,
    destination    text        NOT NULL,       -- '' is everything
    departure_from date        NOT NULL,       -- -infinity when it does not matter
    departure_to   date        NOT NULL,       -- infinity when it does not matter
    why            text        NOT NULL CHECK (why IN ('watched', 'volatile', 'route', 'everything')),
    every          interval    NOT NULL,
    next_due       timestamptz NOT NULL,
    last_crawl     bigint      REFERENCES crawls ON DELETE SET NULL,
    refreshed_at   timestamptz NOT NULL,
    PRIMARY KEY (provider, destination, departure_from, departure_to)
);

-- Departures that clients watch, and who says so.
CREATE TABLE watched_departures (
    destination    text NOT NULL,
    departure_from date,
    departure_to   date,
    source         text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (source, destination, departure_from, departure_to)
);

-- The last price of every offer that was crawled, and whether it differed from that of the crawl before.
CREATE TABLE crawled_prices (
    provider    text        NOT NULL,
    offer_id    text        NOT NULL,
    destination text        NOT NULL,
    crawl       bigint      NOT NULL,
    amount      numeric,
    currency    text,
    changed     boolean,                       -- absent after the first crawl
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (provider, offer_id)
);
