/** Offers: search by latest price, one offer, its history and what its price means. */
@NullMarked
package smarttravel.api.offers;

import org.jspecify.annotations.NullMarked;
