package smarttravel.stack.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.OfferJudge;
import smarttravel.jobs.drops.OfferPriceState;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.flapping.FlappingRule;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.order.OfferLife;
import smarttravel.jobs.order.OrderedObservation;
import smarttravel.jobs.patterns.PatternKind;
import smarttravel.jobs.patterns.PatternRule;
import smarttravel.jobs.patterns.PatternState;
import smarttravel.jobs.patterns.PricePattern;
import smarttravel.jobs.source.ReceivedObservation;

/** What the product's plain rules say of observations that come in order, without Flink and without tables. */
record PatternReading(List<PriceDrop> drops, List<FoundPattern> patterns) {
    private static final OfferJudge JUDGE = new OfferJudge(PriceDropRule.DEFAULT, FlappingRule.DEFAULT);

    private record Kept(
            @Nullable OfferPriceState prices,
            @Nullable FlappingState flapping,
            @Nullable PatternState begun) {}

    static PatternReading of(Collection<PriceObservation> observations) {
        List<PriceDrop> drops = new ArrayList<>();
        List<FoundPattern> patterns = new ArrayList<>();
        Map<String, Kept> offers = new HashMap<>();
        for (PriceObservation seen : observations) {
            Kept kept = offers.getOrDefault(seen.key(), new Kept(null, null, null));
            OfferJudge.Judgement judgement = JUDGE.judge(kept.prices(), kept.flapping(), ordered(seen));
            PatternRule.Judgement found = PatternRule.DEFAULT.judge(kept.begun(), judgement.judged());
            offers.put(seen.key(), new Kept(judgement.prices(), judgement.flapping(), found.next()));
            PriceDrop drop = judgement.judged().drop();
            if (drop != null) {
                drops.add(drop);
            }
            found.found().forEach(pattern -> patterns.add(comparable(pattern)));
        }
        return new PatternReading(drops, FoundPattern.latest(patterns));
    }

    private static OrderedObservation ordered(PriceObservation seen) {
        return OrderedObservation.of(
                new ReceivedObservation(seen.key(), seen, 0, 0, seen.observedAt()), OfferLife.begin(seen), false);
    }

    private static FoundPattern comparable(PricePattern found) {
        return new FoundPattern(
                found.provider() + "/" + found.offerId(),
                found.pattern().word(),
                found.startedAt(),
                found.endedAt(),
                found.pattern() == PatternKind.LAST_MINUTE_SALE ? 0 : found.observations());
    }
}
