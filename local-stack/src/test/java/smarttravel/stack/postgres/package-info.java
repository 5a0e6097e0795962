/** Tests of the embedded PostgreSQL, restarts and kills included. */
@NullMarked
package smarttravel.stack.postgres;

import org.jspecify.annotations.NullMarked;
