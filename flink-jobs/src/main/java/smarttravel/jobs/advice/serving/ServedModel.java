package smarttravel.jobs.advice.serving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.advice.policy.Advice;
import smarttravel.jobs.advice.policy.AdvicePolicy;
import smarttravel.jobs.advice.policy.Outlook;

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
        TrainedModel trained = ModelFile.read(new ByteArrayInputStream(file));
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

    /** What is said of one price, to either kind of buyer. */
    record Words(double promised, Advice cautious, Advice savings) {}

    /** Answers for prices together, which costs the native library little more than one. */
    List<Words> answer(List<float[]> rows) {
        List<Words> answers = new ArrayList<>(rows.size());
        List<Outlook> outlooks = Outlook.of(trained.calibration(), rows, promised(rows));
        AdvicePolicy cautious = AdvicePolicy.cautious(trained.margin(), trained.floor(), trained.calibration());
        AdvicePolicy savings = AdvicePolicy.savings(trained.floor(), trained.calibration());
        int days = trained.origin().days();
        for (int i = 0; i < outlooks.size(); i++) {
            Outlook outlook = outlooks.get(i);
            answers.add(new Words(
                    outlook.promised(),
                    cautious.advise(rows.get(i), outlook, days),
                    savings.advise(rows.get(i), outlook, days)));
        }
        return answers;
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

    /** How many past promises its probabilities rest on. */
    Optional<Integer> calibratedBy() {
        return trained.calibration().map(known -> known.points());
    }

    @Override
    public void close() {
        trained.close();
    }
}
