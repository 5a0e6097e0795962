/** Offers from what pages say to machines: schema.org in JSON-LD, microdata and RDFa, and OpenGraph's product tags. */
@NullMarked
package smarttravel.ingest.structured;

import org.jspecify.annotations.NullMarked;
