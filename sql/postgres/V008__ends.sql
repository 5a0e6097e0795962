-- How many pages a crawl named beyond the most that one may have: it closed without them.
ALTER TABLE crawls ADD COLUMN dropped integer NOT NULL DEFAULT 0;

-- What is forgotten by age.
CREATE INDEX page_figures_by_age ON page_figures (read_at);
CREATE INDEX last_prices_by_age ON last_prices (seen_at);
