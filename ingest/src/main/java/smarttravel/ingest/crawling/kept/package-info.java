/** Pages that could not be read, kept to be read again by a better strategy. */
@NullMarked
package smarttravel.ingest.crawling.kept;

import org.jspecify.annotations.NullMarked;
