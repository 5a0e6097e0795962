/** Who is asked for prices and how: one strategy per provider behind one interface. */
@NullMarked
package smarttravel.ingest.providers;

import org.jspecify.annotations.NullMarked;
