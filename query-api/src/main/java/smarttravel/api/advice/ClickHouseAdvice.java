package smarttravel.api.advice;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.api.advice.PublishedModel.ModelScore;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Row;
import smarttravel.api.offers.OfferKey;
import smarttravel.api.problems.UnavailableException;

/** Advice in {@code travel.advice}, models in {@code travel.advice_models}, what came of both in {@code travel.advice_scores}. */
public final class ClickHouseAdvice implements AdviceBook {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseAdvice.class);

    private static final String LATEST = """
            SELECT said.*, toString(learnt_from) AS learnt_first, toString(learnt_to) AS learnt_last, promises, published
            FROM (
                SELECT provider, offer_id, toInt64(toUnixTimestamp(asked_at)) * 1000 AS asked_ms, model, currency,
                    horizon_days, cautious, savings, probability, expected_saving, price, seats_left, neighbours,
                    neighbours_median
                FROM travel.advice
                WHERE provider = ? AND offer_id = ?
                ORDER BY asked_at DESC, looks DESC
                LIMIT 1) AS said
            LEFT JOIN (
                SELECT model, learnt_from, learnt_to, promises, true AS published
                FROM travel.advice_models) AS models USING (model)""";

    private static final String PRICES = """
            SELECT count() AS n, toUnixTimestamp64Milli(min(observed_at)) AS first_ms,
                toUnixTimestamp64Milli(max(observed_at)) AS last_ms
            FROM travel.price_observations
            WHERE provider = ? AND offer_id = ? AND NOT late AND isNotNull(amount) AND currency = ?
              AND toUnixTimestamp(observed_at) <= intDiv(toInt64(?), 1000)""";

    private static final String MODELS = """
            SELECT model, toUnixTimestamp64Milli(published_at) AS published_ms, toString(learnt_from) AS learnt_first,
                toString(learnt_to) AS learnt_last, steps, features, columns, promises, margin, sha256, backtest
            FROM travel.advice_models
            ORDER BY last_wins DESC""";

    private static final String SCORES = """
            SELECT model, mode, currency, sum(scored) AS judged, sum(waits) AS waited, sum(saved) AS total_saved,
                sum(possible) AS total_possible, sum(worse) AS dearer,
                sumIf(mean_regret * scored, scored > 0) AS regrets,
                sumIf(brier * judged_probabilities, judged_probabilities > 0) AS errors,
                sumIf(base_rate * judged_probabilities, judged_probabilities > 0) AS hits,
                sum(judged_probabilities) AS probabilities
            FROM travel.advice_scores(from = toDateTime(?, 'UTC'), until = toDateTime(?, 'UTC'))
            GROUP BY model, mode, currency
            ORDER BY model, mode, currency""";

    private static final String NEWEST = """
            SELECT toString(toDate(max(asked_at))) AS newest
            FROM travel.advice
            HAVING count() > 0""";

    private final ClickHouseQueries queries;

    public ClickHouseAdvice(ClickHouseQueries queries) {
        this.queries = queries;
    }

    @Override
    public Optional<OfferAdvice> latest(OfferKey offer, AdviceMode mode, Instant now) {
        return queries.list(LATEST, List.of(offer.provider(), offer.offerId()), row -> advice(row, mode, now)).stream()
                .findFirst()
                .map(this::withPrices);
    }

    private static OfferAdvice advice(Row row, AdviceMode mode, Instant now) throws SQLException {
        Instant askedAt = row.instant("asked_ms");
        Double probability = row.numberOrAbsent("probability");
        boolean isPublished = row.flag("published");
        return new OfferAdvice(
                row.text("provider"),
                row.text("offer_id"),
                mode,
                OfferAdvice.Word.valueOf(row.text(mode.toString())),
                askedAt,
                Duration.between(askedAt, now).toSeconds(),
                row.small("horizon_days"),
                row.numberOrAbsent("price"),
                row.text("currency"),
                probability,
                row.numberOrAbsent("expected_saving"),
                new OfferAdvice.AdviceRisk(
                        probability == null ? null : 1 - probability, row.smallOrAbsent("seats_left")),
                new OfferAdvice.AdviceEvidence(
                        0, null, null, row.whole("neighbours"), row.numberOrAbsent("neighbours_median")),
                new OfferAdvice.AdviceModel(
                        row.text("model"),
                        isPublished ? LocalDate.parse(row.text("learnt_first")) : null,
                        isPublished ? LocalDate.parse(row.text("learnt_last")) : null,
                        isPublished ? row.whole("promises") : null));
    }

    private OfferAdvice withPrices(OfferAdvice said) {
        String until =
                String.valueOf(said.askedAt() == null ? 0 : said.askedAt().toEpochMilli());
        List<String> arguments = List.of(said.provider(), said.offerId(), String.valueOf(said.currency()), until);
        return queries
                .list(
                        PRICES,
                        arguments,
                        row -> new OfferAdvice.AdviceEvidence(
                                row.whole("n"),
                                row.instant("first_ms"),
                                row.instant("last_ms"),
                                said.evidence().neighbours(),
                                said.evidence().neighboursMedian()))
                .stream()
                .findFirst()
                .map(said::restingOn)
                .orElse(said);
    }

    @Override
    public List<PublishedModel> models(Optional<ScoredDays> days) {
        List<PublishedModel> models = new ArrayList<>();
        for (PublishedModel each : queries.list(MODELS, List.of(), ClickHouseAdvice::model)) {
            models.add(each.speakingFirst(models.isEmpty()));
        }
        return judge(days).map(judged -> judged.of(models)).orElse(models);
    }

    /** Judging follows every buyer of these days: when the store gives that up, the models are told without it. */
    private Optional<Judged> judge(Optional<ScoredDays> days) {
        try {
            return days.or(this::newestDays).map(this::judge);
        } catch (UnavailableException | IllegalStateException e) {
            LOG.warn("The models are told without scores", e);
            return Optional.empty();
        }
    }

    private Optional<ScoredDays> newestDays() {
        return queries.list(NEWEST, List.of(), row -> ScoredDays.upTo(row.date("newest"))).stream()
                .findFirst();
    }

    private Judged judge(ScoredDays days) {
        List<String> window = List.of(days.from() + " 00:00:00", days.to().plusDays(1) + " 00:00:00");
        Map<String, List<ModelScore>> scores = new LinkedHashMap<>();
        queries.list(SCORES, window, row -> Map.entry(row.text("model"), score(row)))
                .forEach(each -> scores.computeIfAbsent(each.getKey(), unknown -> new ArrayList<>())
                        .add(each.getValue()));
        return new Judged(days, scores);
    }

    /** What the advice of some days was worth, by model. */
    private record Judged(ScoredDays days, Map<String, List<ModelScore>> scores) {
        /** The models with their scores, then whatever spoke without having been published: the rule. */
        List<PublishedModel> of(List<PublishedModel> models) {
            Map<String, List<ModelScore>> unpublished = new LinkedHashMap<>(scores);
            List<PublishedModel> scored = new ArrayList<>();
            for (PublishedModel each : models) {
                scored.add(each.scored(days, scores.getOrDefault(each.model(), List.of())));
                unpublished.remove(each.model());
            }
            unpublished.forEach(
                    (name, its) -> scored.add(PublishedModel.unpublished(name).scored(days, its)));
            return scored;
        }
    }

    private static PublishedModel model(Row row) throws SQLException {
        return new PublishedModel(
                row.text("model"),
                false,
                row.instant("published_ms"),
                LocalDate.parse(row.text("learnt_first")),
                LocalDate.parse(row.text("learnt_last")),
                row.whole("steps"),
                row.small("features"),
                List.of(row.text("columns").split(",", -1)),
                row.whole("promises"),
                row.number("margin"),
                row.text("sha256"),
                BacktestJson.read(row.text("backtest")),
                null,
                null,
                List.of());
    }

    private static ModelScore score(Row row) throws SQLException {
        double judged = row.number("judged");
        double probabilities = row.number("probabilities");
        @Nullable Double baseRate = mean(row.number("hits"), probabilities);
        return new ModelScore(
                AdviceMode.valueOf(row.text("mode").toUpperCase(Locale.ROOT)),
                row.text("currency"),
                row.whole("judged"),
                row.whole("waited"),
                row.number("total_saved"),
                mean(row.number("total_saved"), row.number("total_possible")),
                mean(row.number("dearer"), judged),
                mean(row.number("regrets"), judged),
                mean(row.number("errors"), probabilities),
                baseRate == null ? null : baseRate * (1 - baseRate));
    }

    private static @Nullable Double mean(double sum, double of) {
        return of > 0 ? sum / of : null;
    }
}
