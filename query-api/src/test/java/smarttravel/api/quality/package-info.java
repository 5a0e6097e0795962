/** What holds for scores whoever asks. */
@NullMarked
package smarttravel.api.quality;

import org.jspecify.annotations.NullMarked;
