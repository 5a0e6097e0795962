package smarttravel.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import smarttravel.api.advice.AdviceBook;
import smarttravel.api.advice.AdviceMode;
import smarttravel.api.advice.OfferAdvice;
import smarttravel.api.advice.PublishedModel;
import smarttravel.api.advice.ScoredDays;
import smarttravel.api.offers.OfferKey;

/** Advice in memory: the savings mode waits where the cautious one buys. */
final class AdviceInMemory implements AdviceBook {
    private static final String MODEL = "advice-v1-2026-06-01-2026-07-06-1000-1-0badcafe";

    final Map<OfferKey, Instant> asked = new ConcurrentHashMap<>();
    final List<PublishedModel> models = new CopyOnWriteArrayList<>();

    void fill() {
        asked.put(new OfferKey("ola", "A/1"), OffersInMemory.SEEN);
        models.add(new PublishedModel(
                MODEL,
                true,
                OffersInMemory.SEEN,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 7, 6),
                1_000L,
                1,
                List.of("LEAD_DAYS"),
                100L,
                0.01,
                "0badcafe",
                List.of(new PublishedModel.ModelBacktest("model-cautious", 10, 0.4, 0.3, 0.5, 0.05)),
                null,
                null,
                List.of(new PublishedModel.ModelScore(
                        AdviceMode.CAUTIOUS, "USD", 10, 4, 55.5, 0.4, 0.1, 0.02, 0.2, 0.24))));
    }

    @Override
    public Optional<OfferAdvice> latest(OfferKey offer, AdviceMode mode, Instant now) {
        return Optional.ofNullable(asked.get(offer))
                .map(at -> new OfferAdvice(
                        offer.provider(),
                        offer.offerId(),
                        mode,
                        mode == AdviceMode.SAVINGS ? OfferAdvice.Word.WAIT : OfferAdvice.Word.BUY,
                        at,
                        Duration.between(at, now).toSeconds(),
                        7,
                        500.0,
                        "USD",
                        0.4,
                        0.03,
                        new OfferAdvice.AdviceRisk(0.6, 4),
                        new OfferAdvice.AdviceEvidence(9, at, at, 6, 480.0),
                        new OfferAdvice.AdviceModel(MODEL, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 6), 100L)));
    }

    @Override
    public List<PublishedModel> models(Optional<ScoredDays> days) {
        ScoredDays scored = days.orElse(ScoredDays.upTo(LocalDate.of(2026, 7, 8)));
        return models.stream()
                .map(model -> model.scored(scored, model.scores()))
                .toList();
    }
}
