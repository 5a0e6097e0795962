package smarttravel.stack.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import smarttravel.jobs.advice.backtest.BacktestSettings;
import smarttravel.jobs.advice.backtest.Training;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.TrainedModel;

/** {@code travel train}: learns the model that buy-or-wait advice is served with. Needs no running stack. */
@Command(
        name = "train",
        description = "Learn buy-or-wait advice from prices of the past and write it as one model file.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private AdviceFeed feed = new AdviceFeed();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--model", required = true, paramLabel = "FILE.zip", description = "Where the model is written.")
    private Path model = Path.of("");

    @Option(
            names = "--backtest",
            paramLabel = "REPORT.json",
            description = "What 'travel backtest --output json' said of the same prices, to be kept with the model.")
    private @Nullable Path backtest;

    @Option(names = "--publish", description = "Publish it to the running stack, which asks it from the next price on.")
    private boolean publishes;

    @Override
    public Integer call() throws IOException {
        Optional<String> report = backtest == null ? Optional.empty() : Optional.of(read(backtest));
        Training training = new Training(feed.read(), BacktestSettings.standard(learning.settings()));
        TrainedModel trained;
        try (ProgressLine progress = ProgressLine.of("train", "models")) {
            trained = training.train((day, done, of) -> progress.at(done, done, of))
                    .orElseThrow(() -> new CommandFailedException(feed.name() + " holds too little to learn from."));
        }
        try (OutputStream out = Files.newOutputStream(model)) {
            ModelFile.write(trained, report, out);
        }
        System.out.println(trained.name() + ": " + trained.origin().steps() + " price steps from "
                + trained.origin().from() + " to " + trained.origin().to() + ", "
                + trained.calibration()
                        .map(known -> "calibrated by " + known.points() + " promises")
                        .orElse("not calibrated: too few promises had their time"));
        trained.close();
        if (publishes) {
            ModelsCommand.publish(feed.address(), model);
        }
        return 0;
    }

    private static String read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailedException(file + " cannot be read.");
        }
        return Files.readString(file);
    }
}
