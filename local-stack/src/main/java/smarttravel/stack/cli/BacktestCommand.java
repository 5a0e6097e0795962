package smarttravel.stack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import smarttravel.jobs.advice.backtest.Backtest;
import smarttravel.jobs.advice.backtest.BacktestReport;
import smarttravel.jobs.advice.backtest.BacktestSettings;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.TrainedModel;

/** {@code travel backtest}: what buy-or-wait advice would have been worth. Needs no running stack. */
@Command(
        name = "backtest",
        description = {
            "Answer every past request to buy with what was known then, and tell what waiting when advised would have saved.",
            "Learns a model for every day of requests: takes minutes."
        },
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
    @Mixin
    private AdviceFeed feed = new AdviceFeed();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private BacktestFormat output = BacktestFormat.table;

    @Option(
            names = "--model",
            paramLabel = "FILE.zip",
            description =
                    "Judge this model alone, on the requests of days after those it was learnt from. Default: learn one"
                            + " for every day.")
    private @Nullable Path model;

    @Override
    public Integer call() throws IOException {
        BacktestSettings settings = BacktestSettings.standard(learning.settings());
        PriceHistory history = feed.read();
        BacktestReport report = model == null ? walk(history, settings) : judge(model, history, settings);
        if (report.requests() == 0) {
            throw new CommandFailedException(
                    feed.name() + " holds no request: no offer has five prices and a later one within seven days.");
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        output.write(report, feed.name(), out);
        out.flush();
        return 0;
    }

    private static BacktestReport walk(PriceHistory history, BacktestSettings settings) {
        try (ProgressLine progress = ProgressLine.of("backtest", "days")) {
            return Backtest.run(history, settings, (day, done, of) -> progress.at(done, done, of));
        }
    }

    private static BacktestReport judge(Path file, PriceHistory history, BacktestSettings settings) {
        try (InputStream in = Files.newInputStream(file)) {
            TrainedModel trained = ModelFile.read(in);
            BacktestReport report = Backtest.run(
                    history,
                    settings,
                    trained,
                    leftOut -> Terminal.say(
                            leftOut + " requests are left out: " + trained.name() + " was learnt from prices up to "
                                    + trained.origin().to()));
            trained.close();
            return report;
        } catch (IOException e) {
            throw new CommandFailedException(file + " is no model that can be judged: " + e.getMessage());
        }
    }
}
