-- Which optional fields each offer had when it was last believed: an offer that loses one is a change of the page, another
-- offer that never had it is none.
ALTER TABLE last_prices ADD COLUMN fields text[] NOT NULL DEFAULT '{}';
