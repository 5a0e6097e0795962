/** What a price means. */
@NullMarked
package smarttravel.api.offers;

import org.jspecify.annotations.NullMarked;
