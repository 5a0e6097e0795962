/** The way out of ingest: observations and refusals into their topics, acknowledged or reported. */
@NullMarked
package smarttravel.ingest.publishing;

import org.jspecify.annotations.NullMarked;
