package smarttravel.stack.sites;

import java.time.Duration;

/**
 * Whose site it is, and its habits.
 *
 * @param id the provider
 * @param wantsCookie whether pages are shown only to visitors who carry the cookie of the first page
 * @param crawlDelay what its robots.txt asks for; zero for nothing
 */
record SiteProfile(String id, SitePages pages, boolean wantsCookie, Duration crawlDelay) {}
