/** Tests of what needs no server: reading, splitting and comparing schema files. */
@NullMarked
package smarttravel.sql;

import org.jspecify.annotations.NullMarked;
