/** What no input may break, run over kept inputs by every test run and over new ones by {@code JAZZER_FUZZ=1}. */
@NullMarked
package smarttravel.ingest.fuzz;

import org.jspecify.annotations.NullMarked;
