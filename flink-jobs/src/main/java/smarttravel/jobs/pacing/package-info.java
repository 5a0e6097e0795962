/** Emits what changed at a pace, and always before a checkpoint. */
@NullMarked
package smarttravel.jobs.pacing;

import org.jspecify.annotations.NullMarked;
