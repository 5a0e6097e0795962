/** The description of the API, made from the routes themselves, and the page that shows it. */
@NullMarked
package smarttravel.api.docs;

import org.jspecify.annotations.NullMarked;
