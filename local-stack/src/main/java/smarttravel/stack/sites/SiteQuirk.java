package smarttravel.stack.sites;

/** What can be wrong with a site's pages although they come with status 200. */
public enum SiteQuirk {
    /** The same words in another structure with other class names, and no data for machines. */
    NEW_LAYOUT,
    /** Every price is a thousand times what it should be, as when a decimal comma is read as a thousands separator. */
    THOUSANDFOLD_PRICES,
    /** Every page asks whether the visitor is a robot. */
    CAPTCHA,
    /** No page says when an offer departs. */
    NO_DEPARTURES,
    /** Listings leave out every other offer. */
    HALF_THE_OFFERS
}
