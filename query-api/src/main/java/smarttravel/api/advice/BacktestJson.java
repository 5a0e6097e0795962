package smarttravel.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smarttravel.api.advice.PublishedModel.ModelBacktest;
import smarttravel.api.http.Json;

/** The part of a backtest's report that is told, as the report is kept with a model. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BacktestJson(List<Line> lines) {
    /** One policy. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(String policy, Score score, Interval interval) {}

    /** What it was worth. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Score(long requests, double saved, double possible, double worse) {}

    /** 95 % interval of the share. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Interval(@Nullable Double low, @Nullable Double high) {}

    /** Reads a report; none gives nothing. */
    static List<ModelBacktest> read(String json) {
        return json.isEmpty()
                ? List.of()
                : Json.read(json, BacktestJson.class).lines.stream()
                        .map(line -> new ModelBacktest(
                                line.policy.toLowerCase(Locale.ROOT).replace('_', '-'),
                                line.score.requests,
                                line.score.possible > 0 ? line.score.saved / line.score.possible : null,
                                line.interval.low,
                                line.interval.high,
                                line.score.worse))
                        .toList();
    }
}
