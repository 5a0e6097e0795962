package smarttravel.jobs.comparables;

import smarttravel.events.HotelDecision;

/**
 * An analyst's word on two listings at one place; it wins over any likeness of their names.
 *
 * @param place where both are; listings elsewhere are not concerned
 */
public record MatchDecision(String place, Side one, Side other, Verdict verdict) {
    /** A hotel under the name that a provider gives it. */
    public record Side(String provider, String name) {}

    /** What was decided. */
    public enum Verdict {
        /** They are the same hotel. */
        CONFIRMED,
        /** They are two hotels. */
        SPLIT
    }

    /** As the matcher wants it, of one that is in force. */
    static MatchDecision of(HotelDecision decision) {
        return new MatchDecision(
                decision.place(),
                new Side(decision.oneProvider(), decision.oneHotel()),
                new Side(decision.otherProvider(), decision.otherHotel()),
                decision.verdict() == HotelDecision.Verdict.SPLIT ? Verdict.SPLIT : Verdict.CONFIRMED);
    }
}
