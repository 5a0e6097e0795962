package smarttravel.stack.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import smarttravel.jobs.advice.backtest.BacktestReport;
import smarttravel.jobs.advice.backtest.BacktestReport.Group;
import smarttravel.jobs.advice.backtest.BacktestReport.Line;
import smarttravel.jobs.advice.backtest.Policy;
import smarttravel.jobs.advice.backtest.Reliability;
import smarttravel.jobs.advice.backtest.Score;

/** A backtest as tables, all figures in per cent. */
final class BacktestTables {
    private static final int MARKETS = 20;

    private final BacktestReport report;
    private final PrintWriter out;

    BacktestTables(BacktestReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    void print(String source) {
        out.printf(
                Locale.ROOT,
                "%s: %,d prices of %,d offers on %,d routes, %s to %s; %,d requests%n%n",
                source,
                report.observations(),
                report.offers(),
                report.routes(),
                report.from(),
                report.to(),
                report.requests());
        policies();
        groups("day", report.days());
        groups("lead_days", report.leads());
        groups("market", largest());
        reliability();
    }

    private void policies() {
        TextTable table = new TextTable(
                "policy",
                "saved",
                "share",
                "by_route_low",
                "by_route_high",
                "of_spend",
                "log_share",
                "bounded_share",
                "worse",
                "worse_1",
                "worse_5",
                "worse_10",
                "better",
                "worst_tenth");
        for (Line line : report.lines()) {
            Score score = line.score();
            table.add(
                    line.policy().label(),
                    String.format(Locale.ROOT, "%,.0f", score.saved()),
                    percent(score.share()),
                    percent(line.interval().low()),
                    percent(line.interval().high()),
                    String.format(Locale.ROOT, "%.2f", 100 * score.ofSpend()),
                    percent(score.logShare()),
                    percent(score.boundedShare()),
                    percent(score.worse()),
                    percent(score.worseBy1()),
                    percent(score.worseBy5()),
                    percent(score.worseBy10()),
                    percent(score.better()),
                    percent(score.worstTenth()));
        }
        table.print(out);
        out.println("share: of what knowing every price saves, with its 95 % interval over routes; bounded: savings and"
                + " losses cut at 20 %; worse: requests that paid more than at once, by anything, 1, 5 and 10 %");
    }

    private void groups(String name, List<Group> groups) {
        TextTable table = new TextTable(
                name, "requests", "possible_of_spend", "rule", "savings", "cautious", "next_price", "cautious_worse");
        for (Group group : groups) {
            Score possible = score(group, Policy.CLAIRVOYANT);
            table.add(
                    group.name(),
                    String.valueOf(possible.requests()),
                    String.format(Locale.ROOT, "%.2f", 100 * possible.ofSpend()),
                    percent(score(group, Policy.TUNED_RULE).share()),
                    percent(score(group, Policy.MODEL_SAVINGS).share()),
                    percent(score(group, Policy.MODEL_CAUTIOUS).share()),
                    percent(score(group, Policy.NEXT_ORACLE).share()),
                    percent(score(group, Policy.MODEL_CAUTIOUS).worse()));
        }
        out.println();
        table.print(out);
    }

    private List<Group> largest() {
        Comparator<Group> bySaving = Comparator.comparingDouble(
                group -> -score(group, Policy.CLAIRVOYANT).possible());
        return report.markets().stream().sorted(bySaving).limit(MARKETS).toList();
    }

    private void reliability() {
        TextTable table = new TextTable(
                "probability",
                "requests",
                "said",
                "came_true",
                "promised_saving",
                "expected_saving",
                "realised_saving");
        for (Reliability row : report.reliability()) {
            table.add(
                    String.format(Locale.ROOT, "%.1f to %.1f", row.from(), row.to()),
                    String.valueOf(row.requests()),
                    percent(row.said()),
                    percent(row.cameTrue()),
                    String.format(Locale.ROOT, "%.2f", 100 * row.promised()),
                    String.format(Locale.ROOT, "%.2f", 100 * row.expected()),
                    String.format(Locale.ROOT, "%.2f", 100 * row.realised()));
        }
        out.println();
        table.print(out);
        out.printf(
                Locale.ROOT,
                "Brier score %.4f; always saying the overall share %.4f%n",
                report.brier().score(),
                report.brier().ofBaseRate());
    }

    private static Score score(Group group, Policy policy) {
        return Objects.requireNonNull(group.scores().get(policy));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
