/** Ingestion as a process: configured, started, stopped. */
@NullMarked
package smarttravel.ingest;

import org.jspecify.annotations.NullMarked;
