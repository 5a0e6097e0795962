/** The schema that jobs and API agree on, and what brings a database up to it. */
@NullMarked
package smarttravel.sql;

import org.jspecify.annotations.NullMarked;
