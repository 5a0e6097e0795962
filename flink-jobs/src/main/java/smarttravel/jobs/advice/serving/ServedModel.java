package smarttravel.jobs.advice.serving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.advice.policy.Advice;
import smarttravel.jobs.advice.policy.AdvicePolicy;
import smarttravel.jobs.advice.policy.Mode;

/**
 * A model that can be asked, with the name under which its advice is stored and scored.
 *
 * @param id the model's name and the first digits of its file's SHA-256: two files are never taken for one
 */
public record ServedModel(String id, TrainedModel trained) implements AutoCloseable {
    private static final int DIGITS = 8;

    /**
     * Reads a model file.
     *
     * @throws IOException when it is none that this version can serve
     */
    public static ServedModel read(byte[] file) throws IOException {
        TrainedModel trained;
        try {
            trained = ModelFile.read(new ByteArrayInputStream(file));
        } catch (RuntimeException e) {
            throw new IOException("Not a model: " + e.getMessage(), e);
        }
        trained.model().useThreads(1);
        return new ServedModel(trained.name() + "-" + checksum(file).substring(0, DIGITS), trained);
    }

    /** SHA-256 in hexadecimal digits. */
    public static String checksum(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it knows nothing of a day and of what came after, so that it may advise on it. */
    boolean isOlderThan(long epochDay) {
        return trained.origin().to().toEpochDay() < epochDay;
    }

    /** What a buyer who may wait for the whole horizon is promised to save, as a share of the price. */
    double[] promised(List<float[]> rows) {
        float[] ratios = trained.model().predict(rows, FittedQ.HORIZON_DAYS);
        double[] promised = new double[ratios.length];
        for (int i = 0; i < ratios.length; i++) {
            promised[i] = 1 - ratios[i];
        }
        return promised;
    }

    /** The word in a mode. */
    Advice advise(Mode mode, float[] features, double promised) {
        AdvicePolicy policy = mode == Mode.CAUTIOUS
                ? AdvicePolicy.cautious(trained.margin(), trained.floor(), trained.calibration())
                : AdvicePolicy.savings(trained.floor(), trained.calibration());
        return policy.advise(features, promised, trained.origin().days());
    }

    /** How many past promises its probabilities rest on. */
    Optional<Integer> calibratedBy() {
        return trained.calibration().map(known -> known.points());
    }

    @Override
    public void close() {
        trained.model().close();
    }
}
