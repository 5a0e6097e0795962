/** What tests of the stack share, above all the one engine that a JVM can hold. */
@NullMarked
package smarttravel.stack.testing;

import org.jspecify.annotations.NullMarked;
