package smarttravel.api.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.events.AdviceTerms;

/** A model that advises, or the rule that speaks when none can, with what it is and was worth. */
public record PublishedModel(
        @Meaning("its id, or " + AdviceTerms.RULE_OF_NEIGHBOURS)
        String model,

        @Meaning("whether it was published last: it speaks on prices seen after the days it was learnt from")
        boolean speaksFirst,

        @Nullable Instant publishedAt,
        @Meaning("first day it was learnt from") @Nullable LocalDate learntFrom,
        @Meaning("last day it was learnt from") @Nullable LocalDate learntTo,
        @Meaning("price steps it was learnt from") @Nullable Long steps,
        @Meaning("version of the features") @Nullable Integer featuresVersion,
        @Meaning("what it looks at") List<String> features,

        @Meaning("past promises that its probabilities rest on") @Nullable
        Long promises,

        @Meaning(
                "least promised saving that the cautious mode waits for if it is sure to end dearer, as a share of the price;"
                        + " less in step with the chance of that")
        @Nullable
        Double margin,

        @Meaning("SHA-256 of its file") @Nullable String sha256,

        @Meaning("what a backtest said before it was published")
        List<ModelBacktest> backtest,

        @Meaning(
                "first day of the advice that is judged: what from says, else 90 days are; absent while it cannot be told what"
                        + " any was worth")
        @Nullable
        LocalDate scoredFrom,

        @Meaning("last day of it: what to says, else that of the newest advice") @Nullable
        LocalDate scoredTo,

        @Meaning("what its advice of these days was worth, as far as seven have passed since")
        List<ModelScore> scores) {

    PublishedModel speakingFirst(boolean isLast) {
        return new PublishedModel(
                model,
                isLast,
                publishedAt,
                learntFrom,
                learntTo,
                steps,
                featuresVersion,
                features,
                promises,
                margin,
                sha256,
                backtest,
                scoredFrom,
                scoredTo,
                scores);
    }

    /** This model with what its advice of some days was worth. */
    public PublishedModel scored(ScoredDays days, List<ModelScore> itsScores) {
        return new PublishedModel(
                model,
                speaksFirst,
                publishedAt,
                learntFrom,
                learntTo,
                steps,
                featuresVersion,
                features,
                promises,
                margin,
                sha256,
                backtest,
                days.from(),
                days.to(),
                itsScores);
    }

    /** What has spoken without having been published: the rule. */
    static PublishedModel unpublished(String name) {
        return new PublishedModel(
                name, false, null, null, null, null, null, List.of(), null, null, null, List.of(), null, null,
                List.of());
    }

    /** One policy of a backtest. */
    public record ModelBacktest(
            String policy,
            long requests,

            @Meaning("of what perfect foresight saves, from 0 to 1") @Nullable
            Double share,

            @Meaning("lower end of its 95 % interval") @Nullable
            Double shareFrom,

            @Meaning("upper end") @Nullable Double shareTo,

            @Meaning("share of requests that paid more than at once") @Nullable
            Double worse) {}

    /** What advice in one mode and currency came to. */
    public record ModelScore(
            AdviceMode mode,
            String currency,

            @Meaning("words to buy or wait that could be judged")
            long scored,

            @Meaning("of these, to wait") long waits,

            @Meaning("sum of the prices asked about, less the sum paid")
            double saved,

            @Meaning("of what perfect foresight would have saved") @Nullable
            Double share,

            @Meaning("share of them that paid more than at once") @Nullable
            Double worse,

            @Meaning("paid above the cheapest in time, as a share of the price, on average") @Nullable
            Double meanRegret,

            @Meaning("mean squared error of the probabilities") @Nullable
            Double brier,

            @Meaning("the same for always saying how often waiting was cheaper") @Nullable
            Double brierOfBaseRate) {}
}
