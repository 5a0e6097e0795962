/** Drafts a provider's file from one page: finds what repeats and holds a price, and words selectors for it. */
@NullMarked
package smarttravel.ingest.proposals;

import org.jspecify.annotations.NullMarked;
