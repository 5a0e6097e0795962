package smarttravel.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import smarttravel.jobs.advice.backtest.Backtest;
import smarttravel.jobs.advice.backtest.BacktestReport;
import smarttravel.jobs.advice.backtest.BacktestSettings;
import smarttravel.jobs.advice.history.PriceHistory;

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

    @Override
    public Integer call() throws IOException {
        BacktestSettings settings = BacktestSettings.standard(learning.settings());
        PriceHistory history = feed.read();
        BacktestReport report;
        try (ProgressLine progress = ProgressLine.of("backtest", "days")) {
            report = Backtest.run(history, settings, (day, done, of) -> progress.at(done, done, of));
        }
        if (report.requests() == 0) {
            throw new CommandFailedException(
                    feed.name() + " holds no request: no offer has five prices and a later one within seven days.");
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        output.write(report, feed.name(), out);
        out.flush();
        return 0;
    }
}
