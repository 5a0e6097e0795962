/** Kafka in this JVM, and the topics every stack has. */
@NullMarked
package smarttravel.stack.kafka;

import org.jspecify.annotations.NullMarked;
