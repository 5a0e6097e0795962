package smarttravel.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.api.offers.OfferKey;
import smarttravel.events.AdviceTerms;

/** Buy or wait, for an offer's latest price that was advised on. */
public record OfferAdvice(
        String provider,
        String offerId,
        AdviceMode mode,

        @Meaning("buy, wait, or insufficient when too little is known to say either")
        Word advice,

        @Meaning("when the price was seen that it is about; absent when none was advised on yet") @Nullable
        Instant askedAt,

        @Meaning("how long ago that is") @Nullable Long ageSeconds,
        @Meaning("how long a buyer who waits may wait") int horizonDays,

        @Meaning("the price per person (hotels: and night) that it is about") @Nullable
        Double price,

        @Nullable String currency,

        @Meaning("that waiting ends cheaper than buying at once, from 0 to 1; absent when no calibrated model spoke")
        @Nullable
        Double probability,

        @Meaning("calibrated saving of following the advice, as a share of the price; absent when no model spoke")
        @Nullable
        Double expectedSaving,

        AdviceRisk risk,
        AdviceEvidence evidence,
        @Meaning("who spoke") AdviceModel model) {

    /** The advice in a word. */
    public enum Word {
        BUY,
        WAIT,
        INSUFFICIENT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a buyer who waits may lose. */
    public record AdviceRisk(
            @Meaning("that waiting does not end cheaper, from 0 to 1") @Nullable
            Double notCheaper,

            @Meaning("seats left with the price, when it was said") @Nullable
            Integer seatsLeft) {}

    /** What was known. */
    public record AdviceEvidence(
            @Meaning("prices of the offer until then, this one too")
            long n,

            @Meaning("first of them") @Nullable Instant from,
            @Meaning("last of them") @Nullable Instant to,

            @Meaning("other offers of the market departing within three days, seen lately")
            long neighbours,

            @Meaning("their median price, per person (hotels: and night)") @Nullable
            Double neighboursMedian) {}

    /** Who spoke. */
    public record AdviceModel(
            @Meaning("its id, or " + AdviceTerms.RULE_OF_NEIGHBOURS + " when no model could speak")
            String id,

            @Meaning("first day it was learnt from") @Nullable
            LocalDate learntFrom,

            @Meaning("last day it was learnt from") @Nullable
            LocalDate learntTo,

            @Meaning("past promises that its probabilities rest on") @Nullable
            Long promises) {}

    OfferAdvice restingOn(AdviceEvidence known) {
        return new OfferAdvice(
                provider,
                offerId,
                mode,
                advice,
                askedAt,
                ageSeconds,
                horizonDays,
                price,
                currency,
                probability,
                expectedSaving,
                risk,
                known,
                model);
    }

    /** The answer about an offer on which nothing was said. */
    static OfferAdvice unsaid(OfferKey offer, AdviceMode mode) {
        return new OfferAdvice(
                offer.provider(),
                offer.offerId(),
                mode,
                Word.INSUFFICIENT,
                null,
                null,
                AdviceTerms.HORIZON_DAYS,
                null,
                null,
                null,
                null,
                new AdviceRisk(null, null),
                new AdviceEvidence(0, null, null, 0, null),
                new AdviceModel(AdviceTerms.RULE_OF_NEIGHBOURS, null, null, null));
    }
}
