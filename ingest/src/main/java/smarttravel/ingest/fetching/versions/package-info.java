/** Pages as they were last time, so that a site may answer that nothing has changed. */
@NullMarked
package smarttravel.ingest.fetching.versions;

import org.jspecify.annotations.NullMarked;
