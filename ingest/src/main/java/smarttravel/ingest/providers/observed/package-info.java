/** What a strategy read, as observations for the topic or dead letters: cleaned, completed, identified, checked. */
@NullMarked
package smarttravel.ingest.providers.observed;

import org.jspecify.annotations.NullMarked;
