/** The whole product in one JVM, and how other commands on the machine find it. */
@NullMarked
package smarttravel.stack;

import org.jspecify.annotations.NullMarked;
