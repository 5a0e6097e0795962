package smarttravel.jobs.advice.serving;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.source.RawRecord;

/**
 * A model that was published, whole, and what is told about it.
 *
 * @param from first day that it was learnt from
 * @param to last day that it was learnt from
 * @param features version of the features
 * @param columns their names in order
 * @param promises that calibrate it; 0 when it is not calibrated
 * @param backtest JSON of what it was worth on the past, empty when that was not measured
 * @param sha256 of the file
 */
public record ModelEntry(
        PublishedModel published,
        String name,
        LocalDate from,
        LocalDate to,
        int steps,
        int features,
        List<String> columns,
        int promises,
        double margin,
        double floor,
        String backtest,
        String sha256,
        Instant publishedAt) {

    /**
     * Reads what was published, once as whoever serves it will.
     *
     * @throws IOException when it cannot be served
     */
    static ModelEntry read(RawRecord raw, byte[] file) throws IOException {
        try (ServedModel served = ServedModel.read(file)) {
            TrainedModel trained = served.trained();
            TrainedModel.Origin origin = trained.origin();
            return new ModelEntry(
                    new PublishedModel(served.id(), raw.offset(), file),
                    trained.name(),
                    origin.from(),
                    origin.to(),
                    origin.steps(),
                    origin.features(),
                    AdviceFeatures.names(),
                    served.calibratedBy().orElse(0),
                    trained.margin(),
                    trained.floor(),
                    ModelFile.backtest(file).orElse(""),
                    ServedModel.checksum(file),
                    raw.receivedAt());
        }
    }
}
