/** Crawling by real processes over a real broker. */
@NullMarked
package smarttravel.stack.crawling;

import org.jspecify.annotations.NullMarked;
