/** Files of prices to observations: reads them by a mapping and replays them into the topic. */
@NullMarked
package smarttravel.ingest.feeds;

import org.jspecify.annotations.NullMarked;
