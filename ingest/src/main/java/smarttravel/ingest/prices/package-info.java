/** What a page's words about a price mean: amount and currency, or why not. */
@NullMarked
package smarttravel.ingest.prices;

import org.jspecify.annotations.NullMarked;
