/** Tests of the embedded engine through the ordinary JDBC driver. */
@NullMarked
package smarttravel.stack.clickhouse;

import org.jspecify.annotations.NullMarked;
