package smarttravel.jobs.drops;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceDrop;
import smarttravel.jobs.flapping.FlappingRule;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.order.OrderedObservation;

/**
 * Judges one offer's observations in their order: is it a drop, is it plausible, and does the offer merely flap. A drop
 * of an offer that flaps is the same drop and says so.
 */
public record OfferJudge(PriceDropRule dropRule, FlappingRule flappingRule) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A verdict and what to keep of the offer for the next observation. */
    public record Judgement(
            JudgedObservation judged,
            @Nullable OfferPriceState prices,
            @Nullable FlappingState flapping) {}

    /** Judges an observation; late and sold-out ones change nothing that is kept. */
    public Judgement judge(
            @Nullable OfferPriceState prices, @Nullable FlappingState flapping, OrderedObservation ordered) {
        String currency = ordered.seen().currency();
        if (!ordered.isPriced() || currency == null) {
            return new Judgement(JudgedObservation.unremarkable(ordered, latest(prices)), prices, flapping);
        }
        long at = ordered.seen().observedAt().toEpochMilli();
        long previous = prices != null && prices.currency().equals(currency) ? latest(prices) : 0;
        PriceDropRule.Judgement judgement = dropRule.judge(prices, at, ordered.amount(), currency);
        if (judgement.verdict() instanceof PriceVerdict.Suspect) {
            return new Judgement(
                    new JudgedObservation(ordered, true, previous, null, null), judgement.next(), flapping);
        }
        FlappingState pair = flappingRule.after(flapping, previous, at, ordered.amount());
        boolean flaps = flappingRule.isFlapping(pair, at);
        PriceDrop drop = prices != null && judgement.verdict() instanceof PriceVerdict.Drop found
                ? DropEvent.of(ordered, found, currency, flaps, heldSince(prices, at, found.baseline()))
                : null;
        return new Judgement(
                new JudgedObservation(ordered, false, previous, drop, flaps ? pair : null), judgement.next(), pair);
    }

    private Instant heldSince(OfferPriceState prices, long at, long baseline) {
        return Instant.ofEpochMilli(
                Baseline.heldSince(prices, at - dropRule.window().toMillis(), baseline));
    }

    private static long latest(@Nullable OfferPriceState prices) {
        return prices == null || prices.price().length == 0 ? 0 : prices.latest();
    }
}
