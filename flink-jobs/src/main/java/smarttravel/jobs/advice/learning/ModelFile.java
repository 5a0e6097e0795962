package smarttravel.jobs.advice.learning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import smarttravel.jobs.advice.features.AdviceFeatures;

/**
 * A model as one file: a zip of {@code model.properties} (origin, features, calibration), {@code backtest.json} (what it
 * was worth, if that was measured) and one booster per member and days left. The same model gives the same bytes.
 */
public final class ModelFile {
    private static final String FORMAT = "2";
    private static final String ABOUT = "model.properties";
    private static final String BACKTEST = "backtest.json";
    private static final String CHEAPER = "cheaper.ubj";
    private static final String DEARER = "dearer.ubj";
    /** Fixed, so that a file tells nothing of when it was written: midnight of 1 January 1980, the zip epoch. */
    private static final long WRITTEN = 315_532_800_000L;

    private ModelFile() {}

    /**
     * Writes a model.
     *
     * @param backtest JSON of its backtest
     */
    public static void write(TrainedModel trained, Optional<String> backtest, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, ABOUT, about(trained).getBytes(StandardCharsets.UTF_8));
            if (backtest.isPresent()) {
                put(zip, BACKTEST, backtest.get().getBytes(StandardCharsets.UTF_8));
            }
            for (int member = 0; member < trained.model().members(); member++) {
                for (int daysLeft = 1; daysLeft <= FittedQ.HORIZON_DAYS; daysLeft++) {
                    put(zip, entry(member, daysLeft), bytes(trained.model().booster(member, daysLeft)));
                }
            }
            if (trained.calibration().isPresent()) {
                put(zip, CHEAPER, bytes(trained.calibration().get().cheaper().trees()));
                put(zip, DEARER, bytes(trained.calibration().get().dearer().trees()));
            }
        } catch (XGBoostError e) {
            throw new LearningFailedException(e);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException when the file is none, of features that this version does not compute, or cannot be asked
     */
    public static TrainedModel read(InputStream in) throws IOException {
        Deque<Booster> opened = new ArrayDeque<>();
        try {
            TrainedModel trained = trained(ModelEntries.read(in), opened);
            ModelTrial.pass(trained);
            return trained;
        } catch (XGBoostError | RuntimeException e) {
            opened.forEach(Booster::dispose);
            throw new IOException("Not a model: " + e.getMessage(), e);
        } catch (IOException e) {
            opened.forEach(Booster::dispose);
            throw e;
        }
    }

    /** JSON of a model's backtest, if one was kept with it. */
    public static Optional<String> backtest(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(BACKTEST)) {
                    return Optional.of(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    private static TrainedModel trained(Map<String, byte[]> entries, Deque<Booster> opened)
            throws IOException, XGBoostError {
        Properties about = new Properties();
        about.load(new StringReader(new String(required(entries, ABOUT), StandardCharsets.UTF_8)));
        check(about, "format", FORMAT);
        check(about, "features", String.valueOf(AdviceFeatures.VERSION));
        check(about, "columns", String.join(",", AdviceFeatures.names()));
        int members = Integer.parseInt(about.getProperty("members"));
        if (members < 1 || members > entries.size()) {
            throw new IOException("Not a model: it has " + members + " members.");
        }
        Booster[][] boosters = new Booster[members][FittedQ.HORIZON_DAYS];
        for (int member = 0; member < members; member++) {
            for (int daysLeft = 1; daysLeft <= FittedQ.HORIZON_DAYS; daysLeft++) {
                boosters[member][daysLeft - 1] = booster(required(entries, entry(member, daysLeft)), opened);
            }
        }
        return new TrainedModel(
                new QModel(boosters),
                calibration(about, entries, opened),
                Double.parseDouble(about.getProperty("margin")),
                Double.parseDouble(about.getProperty("floor")),
                new TrainedModel.Origin(
                        LocalDate.parse(about.getProperty("from")),
                        LocalDate.parse(about.getProperty("to")),
                        Integer.parseInt(about.getProperty("steps")),
                        AdviceFeatures.VERSION,
                        Long.parseLong(about.getProperty("seed"))));
    }

    private static String about(TrainedModel trained) {
        TrainedModel.Origin origin = trained.origin();
        StringBuilder lines = new StringBuilder();
        line(lines, "format", FORMAT);
        line(lines, "name", trained.name());
        line(lines, "from", origin.from());
        line(lines, "to", origin.to());
        line(lines, "steps", origin.steps());
        line(lines, "seed", origin.seed());
        line(lines, "features", origin.features());
        line(lines, "columns", String.join(",", AdviceFeatures.names()));
        line(lines, "members", trained.model().members());
        line(lines, "margin", trained.margin());
        line(lines, "floor", trained.floor());
        trained.calibration().ifPresent(known -> {
            line(lines, "calibration.points", known.points());
            line(lines, "calibration.saving.at", numbers(known.saving().corners()));
            line(lines, "calibration.saving.is", numbers(known.saving().heights()));
            line(lines, "calibration.trust", known.trust());
            line(lines, "calibration.cheaper.base", known.cheaper().base());
            line(lines, "calibration.cheaper.growth", known.cheaper().growth());
            line(lines, "calibration.dearer.base", known.dearer().base());
            line(lines, "calibration.dearer.growth", known.dearer().growth());
        });
        return lines.toString();
    }

    private static Optional<Calibration> calibration(
            Properties about, Map<String, byte[]> entries, Deque<Booster> opened) throws IOException, XGBoostError {
        String points = about.getProperty("calibration.points");
        if (points == null) {
            return Optional.empty();
        }
        double trust = Double.parseDouble(about.getProperty("calibration.trust"));
        return Optional.of(new Calibration(
                curve(about, "calibration.saving"),
                trust,
                chance(about, "calibration.cheaper", booster(required(entries, CHEAPER), opened), trust),
                chance(about, "calibration.dearer", booster(required(entries, DEARER), opened), trust),
                Integer.parseInt(points)));
    }

    private static Chance chance(Properties about, String name, Booster trees, double trust) {
        return new Chance(
                trees,
                Double.parseDouble(about.getProperty(name + ".base")),
                Double.parseDouble(about.getProperty(name + ".growth")),
                trust);
    }

    private static IsotonicCurve curve(Properties about, String name) {
        return IsotonicCurve.through(
                numbers(about.getProperty(name + ".at", "")), numbers(about.getProperty(name + ".is", "")));
    }

    private static void line(StringBuilder lines, String name, Object value) {
        lines.append(name).append('=').append(value).append('\n');
    }

    private static String numbers(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static String entry(int member, int daysLeft) {
        return String.format(Locale.ROOT, "member-%d-days-%d.ubj", member + 1, daysLeft);
    }

    /** Asked on one thread, as it was taught. */
    private static Booster booster(byte[] content, Deque<Booster> opened) throws IOException, XGBoostError {
        Booster booster = XGBoost.loadModel(content);
        opened.add(booster);
        booster.setParam("nthread", 1);
        return booster;
    }

    private static byte[] bytes(Booster booster) throws XGBoostError {
        return booster.toByteArray("ubj");
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(WRITTEN);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] required(Map<String, byte[]> entries, String name) throws IOException {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new IOException("Not a model: " + name + " is missing.");
        }
        return content;
    }

    private static void check(Properties about, String name, String wanted) throws IOException {
        if (!wanted.equals(about.getProperty(name))) {
            throw new IOException("The model's " + name + " is " + about.getProperty(name) + " and not " + wanted
                    + ": train it again with this version.");
        }
    }
}
