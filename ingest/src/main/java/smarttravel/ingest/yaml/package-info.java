/** YAML files that people write, read strictly: every complaint names file, line and column. */
@NullMarked
package smarttravel.ingest.yaml;

import org.jspecify.annotations.NullMarked;
