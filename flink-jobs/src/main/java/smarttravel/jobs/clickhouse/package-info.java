/** The way from a job to a ClickHouse table. */
@NullMarked
package smarttravel.jobs.clickhouse;

import org.jspecify.annotations.NullMarked;
