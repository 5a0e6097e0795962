/** The query API: its composition root, its settings and its main. */
@NullMarked
package smarttravel.api;

import org.jspecify.annotations.NullMarked;
