/** Whether a provider still looks as it did: notices changed pages and shifted prices before they are published. */
@NullMarked
package smarttravel.ingest.health;

import org.jspecify.annotations.NullMarked;
