-- Whether a provider's pages still look as they did.

-- The state of a provider; one without a row is well.
CREATE TABLE provider_states (
    provider    text        PRIMARY KEY,
    state       text        NOT NULL CHECK (state IN ('OK', 'QUARANTINE')),
    reason      text,
    message     text,
    crawl       text,
    since       timestamptz NOT NULL
);

-- Each page that was read, in numbers. Pages that were not believed are no norm for later ones.
CREATE TABLE page_figures (
    task          text        PRIMARY KEY,
    provider      text        NOT NULL,
    crawl         text        NOT NULL,
    role          text        NOT NULL,
    kind          text,                       -- of most of its offers
    signature     text        NOT NULL,
    items         integer     NOT NULL,
    refused       jsonb       NOT NULL,
    filled        jsonb       NOT NULL,
    goes_on       boolean     NOT NULL,
    median_amount numeric,
    currency      text,
    believed      boolean     NOT NULL,
    read_at       timestamptz NOT NULL
);
CREATE INDEX page_figures_by_provider ON page_figures (provider, role, read_at DESC);
CREATE INDEX page_figures_by_crawl ON page_figures (crawl);

-- What each offer cost when it was last believed, and what was seen since and held back.
CREATE TABLE last_prices (
    provider    text        NOT NULL,
    offer_id    text        NOT NULL,
    amount      numeric     NOT NULL,
    currency    text        NOT NULL,
    held        numeric,
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (provider, offer_id)
);

-- How far each partition of the topic of held observations has been decided on.
CREATE TABLE held_decisions (
    provider    text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (provider, partition)
);
