package smarttravel.jobs.comparables;

import smarttravel.jobs.drops.JudgedObservation;

/** An offer on its way to those it is compared with. */
public record HolidayOffer(String holiday, ComparableOffer offer) {
    static boolean isSaidBy(JudgedObservation judged) {
        return !judged.ordered().late();
    }

    static HolidayOffer of(JudgedObservation judged) {
        return new HolidayOffer(Holiday.of(judged.seen()).key(), ComparableOffer.of(judged.ordered()));
    }
}
