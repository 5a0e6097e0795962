package smarttravel.jobs.patterns;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.OfferJudge;
import smarttravel.jobs.drops.OfferPriceState;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.flapping.FlappingRule;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.testing.Sightings;

/** One offer under all rules: shows it observation after observation and keeps what the rules keep. */
final class WatchedOffer {
    private final OfferJudge judge = new OfferJudge(PriceDropRule.DEFAULT, FlappingRule.DEFAULT);
    private @Nullable OfferPriceState prices;
    private @Nullable FlappingState flapping;
    private @Nullable PatternState begun;

    /** Patterns found at a price, seen some days after the offer's first. */
    List<PricePattern> sees(double day, String amount) {
        return sees(Sightings.priced(at(day), amount));
    }

    /** The same with a "before" price beside it. */
    List<PricePattern> sees(double day, String amount, String listAmount) {
        return sees(Sightings.build(
                draft(day).put(ObservationField.AMOUNT, amount).put(ObservationField.LIST_AMOUNT, listAmount)));
    }

    /** Patterns found at a price in another currency. */
    List<PricePattern> seesIn(String currency, double day, String amount) {
        return sees(Sightings.build(
                draft(day).put(ObservationField.AMOUNT, amount).put(ObservationField.CURRENCY, currency)));
    }

    /** Patterns found when there is no price. */
    List<PricePattern> seesNothing(double day) {
        return sees(Sightings.soldOut(at(day)));
    }

    private List<PricePattern> sees(PriceObservation seen) {
        OfferJudge.Judgement judgement = judge.judge(prices, flapping, Sightings.onTime(seen));
        prices = judgement.prices();
        flapping = judgement.flapping();
        PatternRule.Judgement patterns = PatternRule.DEFAULT.judge(begun, judgement.judged());
        begun = patterns.next();
        return patterns.found();
    }

    /** What is kept of begun patterns. */
    @Nullable
    PatternState begun() {
        return begun;
    }

    private static ObservationDraft draft(double day) {
        return Sightings.draft(at(day));
    }

    private static Duration at(double day) {
        return Duration.ofMinutes(
                BigDecimal.valueOf(day).multiply(BigDecimal.valueOf(1_440)).longValue());
    }
}
