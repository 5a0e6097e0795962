package smarttravel.jobs.comparables;

import java.util.List;
import java.util.Locale;
import smarttravel.jobs.comparables.Catalogue.Sold;

/**
 * How often a matcher is right about pairs of offers of different operators.
 *
 * @param wrong pairs taken for one hotel that the agency takes for two
 * @param twins of these, pairs to which the agency itself gives one name at one place: no name tells them apart
 */
record PairScore(int right, int wrong, int twins, int missed) {
    static PairScore of(List<Sold> offers, HotelMatcher matcher) {
        MatchedHotels matched = matcher.match(offers.stream().map(Sold::listing).toList(), List.of());
        int right = 0;
        int wrong = 0;
        int twins = 0;
        int missed = 0;
        for (int i = 0; i < offers.size(); i++) {
            for (int j = i + 1; j < offers.size(); j++) {
                Sold a = offers.get(i);
                Sold b = offers.get(j);
                if (a.listing().provider().equals(b.listing().provider())) {
                    continue;
                }
                boolean same = a.hotelId().equals(b.hotelId());
                boolean found = matched.areOne(a.listing(), b.listing());
                right += same && found ? 1 : 0;
                wrong += !same && found ? 1 : 0;
                twins += !same && found && a.writtenAs().equals(b.writtenAs()) ? 1 : 0;
                missed += same && !found ? 1 : 0;
            }
        }
        return new PairScore(right, wrong, twins, missed);
    }

    double precision() {
        return (double) right / (right + wrong);
    }

    /** Precision over what a name can tell. */
    double precisionWithoutTwins() {
        return (double) right / (right + wrong - twins);
    }

    double recall() {
        return (double) right / (right + missed);
    }

    /** Of precision and recall: F1. */
    double harmonicMean() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.4f recall %.4f (%d right, %d wrong of which %d twins, %d missed)",
                precision(),
                recall(),
                right,
                wrong,
                twins,
                missed);
    }
}
