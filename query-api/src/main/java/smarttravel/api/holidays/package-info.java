/** Holidays, school holidays and long weekends of the countries that travellers come from and go to. */
@NullMarked
package smarttravel.api.holidays;

import org.jspecify.annotations.NullMarked;
