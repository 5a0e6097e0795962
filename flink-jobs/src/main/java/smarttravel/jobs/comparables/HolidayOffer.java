package smarttravel.jobs.comparables;

import java.time.Instant;
import smarttravel.jobs.drops.JudgedObservation;

/**
 * An offer on its way to those it is compared with.
 *
 * @param receivedAt the broker's time of the record that says so
 */
public record HolidayOffer(String holiday, ComparableOffer offer, Instant receivedAt) {
    static boolean isSaidBy(JudgedObservation judged) {
        return !judged.ordered().late();
    }

    static HolidayOffer of(JudgedObservation judged) {
        return new HolidayOffer(
                Holiday.of(judged.seen()).key(),
                ComparableOffer.of(judged.ordered()),
                judged.ordered().received().receivedAt());
    }
}
