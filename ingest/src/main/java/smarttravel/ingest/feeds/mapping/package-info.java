/** What a file's columns mean: the YAML that turns a row into a price observation, checked before the first row. */
@NullMarked
package smarttravel.ingest.feeds.mapping;

import org.jspecify.annotations.NullMarked;
