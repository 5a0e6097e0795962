/** Flink in this JVM: runs the jobs and takes up their last checkpoint. */
@NullMarked
package smarttravel.stack.flink;

import org.jspecify.annotations.NullMarked;
