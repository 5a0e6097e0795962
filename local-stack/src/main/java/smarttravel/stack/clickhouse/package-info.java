/** ClickHouse without a server: the engine as a library in this JVM, spoken to by the unmodified JDBC driver. */
@NullMarked
package smarttravel.stack.clickhouse;

import org.jspecify.annotations.NullMarked;
