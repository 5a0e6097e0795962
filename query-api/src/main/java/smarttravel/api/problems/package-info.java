/** What can go wrong with a request, in the words of the domain. */
@NullMarked
package smarttravel.api.problems;

import org.jspecify.annotations.NullMarked;
