/** Hands tasks to whoever is free, in whichever process. */
@NullMarked
package smarttravel.ingest.crawling.queue;

import org.jspecify.annotations.NullMarked;
