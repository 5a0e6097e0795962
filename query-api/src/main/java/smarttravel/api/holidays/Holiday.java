package smarttravel.api.holidays;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import smarttravel.api.http.Meaning;

/** Days on which people of a country have time to travel, or a reason to. */
public record Holiday(
        String name,
        Sort sort,

        @Meaning("ISO 3166-1 alpha-2; * is for every country of the market")
        String country,

        LocalDate from,

        @Meaning("last day, the same as the first of a single day")
        LocalDate to) {
    /** Whether it is one day, a stretch of school holidays or what weekends make of a day. */
    public enum Sort {
        /** A public holiday, or a day that is kept like one. */
        PUBLIC,
        /** A stretch without school. */
        SCHOOL,
        /** Three or more days in a row without work, of weekends and public holidays. */
        LONG_WEEKEND,
        /** The same when one working day between a holiday and a weekend is taken off. */
        BRIDGE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether any of its days lies within a stretch, both ends included. */
    boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
