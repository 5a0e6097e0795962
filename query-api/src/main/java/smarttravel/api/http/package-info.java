/** HTTP words in one place: routes with their described parameters, the server, problems, and what every request is measured by. */
@NullMarked
package smarttravel.api.http;

import org.jspecify.annotations.NullMarked;
