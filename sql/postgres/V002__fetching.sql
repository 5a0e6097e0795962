-- What all processes that fetch pages know together, and what a restart must not forget.

-- A host's turn: the pace is kept over all processes. Every time is the database's own.
CREATE TABLE fetch_hosts (
    host         text        PRIMARY KEY,
    -- grows while the host is slow or says that it is asked too much
    delay_millis bigint      NOT NULL DEFAULT 0,
    last_start   timestamptz NOT NULL DEFAULT 'epoch',
    -- from Retry-After
    not_before   timestamptz NOT NULL DEFAULT 'epoch'
);

-- One row per fetch in flight. What a killed process leaves behind runs out by itself.
CREATE TABLE fetch_slots (
    host    text        NOT NULL REFERENCES fetch_hosts ON DELETE CASCADE,
    holder  uuid        PRIMARY KEY,
    expires timestamptz NOT NULL
);
CREATE INDEX fetch_slots_by_host ON fetch_slots (host);

-- The last robots.txt that a site gave (a status of 4xx is an answer too), and the last time that it gave none.
CREATE TABLE robots_files (
    authority  text PRIMARY KEY,
    fetched_at timestamptz,
    status     integer,
    body       bytea,
    failed_at  timestamptz,
    CHECK (octet_length(body) <= 512000),
    CHECK ((fetched_at IS NULL) = (status IS NULL))
);

-- Pages as they were, to ask whether they have changed instead of asking for them again. Bodies are gzipped.
CREATE TABLE page_versions (
    url_hash      bytea       PRIMARY KEY,
    url           text        NOT NULL,
    etag          text,
    last_modified text,
    content_type  text,
    body          bytea       NOT NULL,
    fetched_at    timestamptz NOT NULL,
    CHECK (octet_length(body) <= 1048576)
);
CREATE INDEX page_versions_by_age ON page_versions (fetched_at);
