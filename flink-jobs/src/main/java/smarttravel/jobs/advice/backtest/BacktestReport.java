package smarttravel.jobs.advice.backtest;

import java.util.List;
import java.util.Map;

/**
 * What a backtest found.
 *
 * @param observations that the history holds
 * @param from first day of observation
 * @param to last day of observation
 * @param lines one per policy
 * @param days by day of request
 * @param leads by days from request to departure
 * @param markets by market
 * @param reliability of the probabilities that came with advice to wait
 */
public record BacktestReport(
        int observations,
        int offers,
        int routes,
        String from,
        String to,
        List<Line> lines,
        List<Group> days,
        List<Group> leads,
        List<Group> markets,
        List<Reliability> reliability,
        Reliability.Brier brier) {
    /**
     * One policy over all requests.
     *
     * @param interval 95 % interval of the share, by route
     */
    public record Line(Policy policy, Score score, RouteBootstrap.Interval interval) {}

    /** Every policy over some of the requests. */
    public record Group(String name, Map<Policy, Score> scores) {}

    /** The requests that were answered. */
    public int requests() {
        return lines.isEmpty() ? 0 : lines.get(0).score().requests();
    }
}
