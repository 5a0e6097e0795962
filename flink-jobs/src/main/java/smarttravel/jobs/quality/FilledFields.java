package smarttravel.jobs.quality;

import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/**
 * How much an observation says beyond what it must.
 *
 * @param possible optional fields that its kind of offer can have
 * @param filled of these, those that are said
 */
record FilledFields(int possible, int filled) {
    static FilledFields of(PriceObservation seen) {
        FilledFields all = counted(seen.name(), seen.url(), seen.taxesIncluded(), seen.basis(), seen.occupancy());
        if (seen.kind() == Kind.HOTEL || seen.kind() == Kind.PACKAGE) {
            all = all.and(counted(
                    seen.country(),
                    seen.hotel(),
                    seen.stars(),
                    seen.board(),
                    seen.nights(),
                    seen.rating(),
                    seen.reviews()));
        }
        if (seen.kind() == Kind.FLIGHT || seen.kind() == Kind.PACKAGE || seen.kind() == Kind.CRUISE) {
            all = all.and(counted(seen.origin(), seen.seatsLeft()));
        }
        return all;
    }

    private static FilledFields counted(@Nullable Object... values) {
        int filled = 0;
        for (Object value : values) {
            filled += value == null ? 0 : 1;
        }
        return new FilledFields(values.length, filled);
    }

    private FilledFields and(FilledFields more) {
        return new FilledFields(possible + more.possible, filled + more.filled);
    }
}
