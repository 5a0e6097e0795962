package smarttravel.jobs.patterns;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceDrop;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.money.ScaledAmount;

/**
 * Finds the patterns in one offer's judged observations, one after the other. Late and quarantined ones are passed over;
 * an equal price neither breaks nor adds to anything; another currency starts slides and raises anew. A raise is one step
 * between two prices in a row.
 *
 * @param slideFalls falls in a row that make a slide
 * @param slidePermille what they must total
 * @param raisePermille by how much a price must be raised in one step for a spike or a fake discount
 * @param returnPermille how near to the price before the raise it must come back
 * @param spikeWindow how soon it must be back for a spike
 * @param fakeWindow how soon for a fake discount
 * @param realPermille a price this far below the one before the raise is a real discount whatever is claimed
 * @param lastMinuteDays days before departure within which a drop is a last-minute sale
 */
public record PatternRule(
        int slideFalls,
        int slidePermille,
        int raisePermille,
        int returnPermille,
        Duration spikeWindow,
        Duration fakeWindow,
        int realPermille,
        int lastMinuteDays)
        implements Serializable {

    private static final int ALL = 1_000;
    private static final long serialVersionUID = 1L;

    /** Slide 3 falls, 10 %; raise 10 %, back within 5 % in 7 days (spike) or 14 (fake); last minute 14 days. */
    public static final PatternRule DEFAULT =
            new PatternRule(3, 100, 100, 50, Duration.ofDays(7), Duration.ofDays(14), 100, 14);

    public PatternRule {
        if (spikeWindow.compareTo(fakeWindow) > 0) {
            throw new IllegalArgumentException("a spike's window must not be longer than a fake discount's");
        }
        if (returnPermille >= raisePermille) {
            throw new IllegalArgumentException("a price must come back nearer than it was raised");
        }
    }

    /** What was found at one observation, and what to keep for the next. */
    public record Judgement(
            List<PricePattern> found, @Nullable PatternState next) {}

    /** Judges one observation; those of one offer must come in time order. */
    public Judgement judge(@Nullable PatternState before, JudgedObservation judged) {
        if (judged.ordered().late() || judged.quarantined()) {
            return new Judgement(List.of(), before);
        }
        PatternState state = before == null ? PatternState.EMPTY : before;
        return judged.ordered().isPriced() ? judgePrice(state, judged) : judgeAbsence(state, judged);
    }

    private static Judgement judgeAbsence(PatternState state, JudgedObservation judged) {
        if (judged.previous() == 0) {
            return new Judgement(List.of(), state.orNothing());
        }
        long at = Found.at(judged);
        Absence absence = state.absence().goneAt(at);
        return new Judgement(
                List.of(Found.sellOut(judged, absence)), new PatternState(state.slide(), state.raise(), absence));
    }

    private Judgement judgePrice(PatternState state, JudgedObservation judged) {
        List<PricePattern> found = new ArrayList<>();
        Slide slide = judgeSlide(state.slide(), judged, found);
        Raise raise = judgeRaise(state.raise(), judged, found);
        judgeLastMinute(judged, found);
        judgeFlapping(judged, found);
        return new Judgement(found, new PatternState(slide, raise, Absence.NONE).orNothing());
    }

    private Slide judgeSlide(Slide before, JudgedObservation judged, List<PricePattern> found) {
        long amount = judged.ordered().amount();
        if (judged.previous() == 0 || amount > judged.previous()) {
            return Slide.NONE;
        }
        if (amount == judged.previous()) {
            return before;
        }
        Slide slide = before.fallen(judged.previous(), Found.at(judged));
        if (slide.falls() >= slideFalls && amount * ALL <= slide.from() * (ALL - slidePermille)) {
            found.add(Found.slide(judged, slide));
        }
        return slide;
    }

    private Raise judgeRaise(Raise before, JudgedObservation judged, List<PricePattern> found) {
        long at = Found.at(judged);
        long amount = judged.ordered().amount();
        long previous = judged.previous();
        boolean isOpen = previous != 0 && before.from() != 0 && at - before.at() <= fakeWindow.toMillis();
        if (previous != 0 && (!isOpen || before.back()) && amount * ALL >= previous * (ALL + raisePermille)) {
            return Raise.begin(previous, at, amount);
        }
        if (!isOpen) {
            return Raise.NONE;
        }
        Raise raise = before.seen(amount, amount * ALL <= before.from() * (ALL + returnPermille));
        return tellFake(tellSpike(raise, judged, found), judged, found);
    }

    private Raise tellSpike(Raise raise, JudgedObservation judged, List<PricePattern> found) {
        long distance = Math.abs(judged.ordered().amount() - raise.from());
        boolean isSpike = !raise.spiked()
                && Found.at(judged) - raise.at() <= spikeWindow.toMillis()
                && distance * ALL <= raise.from() * returnPermille;
        if (!isSpike) {
            return raise;
        }
        found.add(Found.spike(judged, raise));
        return raise.toldAsSpike();
    }

    private Raise tellFake(Raise raise, JudgedObservation judged, List<PricePattern> found) {
        long amount = judged.ordered().amount();
        boolean isFake = !raise.faked()
                && amount * ALL <= raise.from() * (ALL + returnPermille)
                && amount * ALL > raise.from() * (ALL - realPermille)
                && claimedBefore(judged) > amount;
        if (!isFake) {
            return raise;
        }
        found.add(Found.fakeDiscount(judged, raise));
        return raise.toldAsFake();
    }

    private static long claimedBefore(JudgedObservation judged) {
        var listAmount = judged.seen().listAmount();
        return listAmount == null ? 0 : ScaledAmount.of(listAmount);
    }

    private void judgeLastMinute(JudgedObservation judged, List<PricePattern> found) {
        PriceDrop drop = judged.drop();
        if (drop != null && !drop.flapping() && drop.leadDays() >= 0 && drop.leadDays() <= lastMinuteDays) {
            found.add(Found.lastMinuteSale(judged, drop));
        }
    }

    private static void judgeFlapping(JudgedObservation judged, List<PricePattern> found) {
        FlappingState pair = judged.flapping();
        if (pair != null && pair.lastAt() == Found.at(judged)) {
            found.add(Found.flapping(judged, pair));
        }
    }
}
