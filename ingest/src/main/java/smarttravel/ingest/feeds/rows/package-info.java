/** Takes a file apart into rows of named columns, whatever its format and however broken it is, in bounded memory. */
@NullMarked
package smarttravel.ingest.feeds.rows;

import org.jspecify.annotations.NullMarked;
