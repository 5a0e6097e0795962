package smarttravel.stack.sites;

import java.util.Optional;

/** The pages of one provider's site: what they look like, and at which addresses. */
interface SitePages {
    /** The page's markup; empty when the site has no such page. */
    Optional<String> page(SiteRequest request, Shelf shelf);
}
