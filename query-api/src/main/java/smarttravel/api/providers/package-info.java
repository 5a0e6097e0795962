/** How the providers are: what their last crawl gave, and whether it is believed. */
@NullMarked
package smarttravel.api.providers;

import org.jspecify.annotations.NullMarked;
