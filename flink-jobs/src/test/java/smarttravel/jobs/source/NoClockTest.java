package smarttravel.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.SourceTransformation;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smarttravel.jobs.advice.serving.AdviceJob;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.decisions.MatchDecisionsJob;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.fx.FxRatesJob;
import smarttravel.jobs.testing.JobOperators;

/** What every task hears beside the observations holds back no clock of theirs. */
class NoClockTest {
    @ParameterizedTest
    @MethodSource("heardEverywhere")
    void isIdleBeforeAndAfterItsRecords(DataStream<?> heard) {
        List<String> said = new ArrayList<>();
        WatermarkGenerator<Object> clock = clockOf(heard);

        clock.onPeriodicEmit(new Said(said));
        clock.onEvent("record", 1, new Said(said));
        clock.onPeriodicEmit(new Said(said));

        assertThat(said).containsExactly("idle", "idle");
    }

    private static Stream<DataStream<?>> heardEverywhere() {
        StreamExecutionEnvironment environment = JobEnvironment.create(JobOperators.NOWHERE);
        return Stream.of(
                FxRatesJob.connect(environment, JobOperators.NOWHERE).rates(),
                MatchDecisionsJob.connect(environment, JobOperators.NOWHERE).decisions(),
                AdviceJob.connect(
                                environment,
                                JudgedOffers.read(environment, JobOperators.NOWHERE, PriceDropRule.DEFAULT)
                                        .judged(),
                                JobOperators.NOWHERE)
                        .rejected());
    }

    @SuppressWarnings("unchecked") // a transformation has forgotten its type
    private static WatermarkGenerator<Object> clockOf(DataStream<?> heard) {
        return heard.getTransformation().getTransitivePredecessors().stream()
                .filter(SourceTransformation.class::isInstance)
                .map(source -> ((SourceTransformation<Object, ?, ?>) source).getWatermarkStrategy())
                .findAny()
                .orElseThrow()
                .createWatermarkGenerator(new NoMetrics());
    }

    private record Said(List<String> words) implements WatermarkOutput {
        @Override
        public void emitWatermark(Watermark watermark) {
            words.add("time");
        }

        @Override
        public void markIdle() {
            words.add("idle");
        }

        @Override
        public void markActive() {
            words.add("active");
        }
    }

    private record NoMetrics() implements WatermarkGeneratorSupplier.Context {
        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return SystemClock.getInstance();
        }
    }
}
