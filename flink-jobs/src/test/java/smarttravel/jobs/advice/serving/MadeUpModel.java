package smarttravel.jobs.advice.serving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.JudgedPromises;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.advice.market.MadeUpMarket;

/** Small models of the first days of {@link MadeUpMarket}, as files. */
final class MadeUpModel {
    static final int LEARNT_DAYS = 8;
    static final LocalDate FIRST = MadeUpMarket.START.atZone(ZoneOffset.UTC).toLocalDate();
    static final List<PriceObservation> PRICES = MadeUpMarket.prices(4, 14, 14, 5);

    private MadeUpModel() {}

    /** One whose promises nobody has judged yet. */
    static byte[] file(long seed) throws IOException {
        return written(seed, history(), Optional.empty());
    }

    /** One whose promises came true every other time. */
    static byte[] calibratedFile(long seed) throws IOException {
        PriceHistory history = history();
        JudgedPromises past = new JudgedPromises();
        for (int row = 0; row < history.size(); row++) {
            past.add(row, 0.01 + 0.0001 * row, 3, row % 2 == 0 ? 0.05 : -0.02);
        }
        return written(seed, history, Calibration.fit(history, past));
    }

    static PublishedModel published(byte[] file, long offset) throws IOException {
        return new PublishedModel(id(file), offset, file);
    }

    static String id(byte[] file) throws IOException {
        try (ServedModel served = ServedModel.read(file)) {
            return served.id();
        }
    }

    private static PriceHistory history() {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        PRICES.stream()
                .filter(seen -> seen.observedAt().isBefore(MadeUpMarket.START.plus(Duration.ofDays(LEARNT_DAYS))))
                .forEach(builder::add);
        return builder.build();
    }

    private static byte[] written(long seed, PriceHistory history, Optional<Calibration> calibration)
            throws IOException {
        LearningSettings settings = new LearningSettings(1, 20, 0.1, 4, 1, 1, 5_000, 0, 1, seed);
        Steps steps = Steps.draw(history, Long.MAX_VALUE, settings);
        TrainedModel model = new TrainedModel(
                FittedQ.learn(history, steps, settings),
                calibration,
                0.01,
                0,
                new TrainedModel.Origin(
                        FIRST, FIRST.plusDays(LEARNT_DAYS - 1), steps.size(), AdviceFeatures.VERSION, seed));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(model, Optional.empty(), out);
        model.close();
        return out.toByteArray();
    }
}
