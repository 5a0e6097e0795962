package smarttravel.api.holidays;

import java.time.LocalDate;

/** The date of Easter Sunday in the Western churches. */
public final class Easter {
    private Easter() {}

    /**
     * Easter Sunday of a year of the Gregorian calendar, by the anonymous algorithm of 1876 (Jean Meeus, <i>Astronomical
     * Algorithms</i>, 2nd edition 1998, chapter 8). The names are those of the lunar calendar it computes.
     */
    public static LocalDate sunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int lunarCorrection = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - lunarCorrection + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * toSunday) / 451;
        int days = epact + toSunday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
