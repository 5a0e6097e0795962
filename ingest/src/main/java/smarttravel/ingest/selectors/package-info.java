/** Reads offers from pages by the selectors of a provider's YAML, so that most providers need no code. */
@NullMarked
package smarttravel.ingest.selectors;

import org.jspecify.annotations.NullMarked;
