-- A price is believed at second sight only when another fetch saw it, and a change of currency is one of the price.
ALTER TABLE last_prices
    ADD COLUMN held_currency text,
    ADD COLUMN held_at       timestamptz;         -- when the page that showed it was fetched
UPDATE last_prices SET held_currency = currency, held_at = now() WHERE held IS NOT NULL;
CREATE INDEX last_prices_held ON last_prices (provider) WHERE held IS NOT NULL;

-- From when on what is held of a provider belongs to its quarantine; what was held before waits for its own second look.
ALTER TABLE provider_states ADD COLUMN held_since timestamptz;

-- The same page is compared with itself: what it shows and leads to, under a digest of its address and context.
ALTER TABLE page_figures
    ADD COLUMN request_key bytea,
    ADD COLUMN leads       integer;
CREATE INDEX page_figures_by_request ON page_figures (provider, request_key, read_at DESC);
