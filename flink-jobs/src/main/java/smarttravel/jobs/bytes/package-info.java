/** Numbers as few bytes, for what a checkpoint holds of every offer. */
@NullMarked
package smarttravel.jobs.bytes;

import org.jspecify.annotations.NullMarked;
