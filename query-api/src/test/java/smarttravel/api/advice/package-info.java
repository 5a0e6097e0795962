/** How advice is read from its store. */
@NullMarked
package smarttravel.api.advice;

import org.jspecify.annotations.NullMarked;
