package smarttravel.jobs.comparables;

import org.jspecify.annotations.Nullable;
import smarttravel.jobs.decisions.HeardDecision;
import smarttravel.jobs.fx.DatedRate;

/** Something that changes how offers stand although none of them changed: one of the two. */
public record ComparablesNews(
        @Nullable DatedRate rate, @Nullable HeardDecision decision) {
    static ComparablesNews of(DatedRate rate) {
        return new ComparablesNews(rate, null);
    }

    static ComparablesNews of(HeardDecision decision) {
        return new ComparablesNews(null, decision);
    }
}
