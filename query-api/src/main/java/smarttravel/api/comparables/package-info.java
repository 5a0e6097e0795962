/** The same holiday at several providers, compared by price; and what analysts decided on hotels. */
@NullMarked
package smarttravel.api.comparables;

import org.jspecify.annotations.NullMarked;
