/** Whether to buy or to wait, what it rests on, and what such advice was worth so far. */
@NullMarked
package smarttravel.api.advice;

import org.jspecify.annotations.NullMarked;
