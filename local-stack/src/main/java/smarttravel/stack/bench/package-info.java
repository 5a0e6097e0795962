/** Measures of the product on the machine it runs on. */
@NullMarked
package smarttravel.stack.bench;

import org.jspecify.annotations.NullMarked;
