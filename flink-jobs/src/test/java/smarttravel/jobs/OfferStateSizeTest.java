package smarttravel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.patterns.Absence;
import smarttravel.jobs.patterns.PatternState;
import smarttravel.jobs.patterns.Raise;
import smarttravel.jobs.patterns.Slide;
import smarttravel.jobs.testing.OfferPipeline;
import smarttravel.jobs.testing.Sightings;

/** What an offer costs in a checkpoint: a price that is never the same twice is the worst that can come. */
class OfferStateSizeTest {
    @ParameterizedTest(name = "{0} observations, {1} apart, are kept in {2} bytes")
    @CsvSource({"17, PT24H, 1500", "500, PT24H, 5000", "500, PT1H, 9000", "2000, PT1H, 10000"})
    void anOffersStateIsBounded(int observations, Duration pace, long mostBytes, TestReporter report) throws Exception {
        OfferPipeline pipeline = new OfferPipeline(Map.of());
        Map<String, Long> empty = sizes(pipeline.checkpoint());
        Random random = new Random(17);
        for (int i = 0; i < observations; i++) {
            String amount = (80_000 + random.nextInt(40_000)) / 100 + "." + (10 + i % 90);
            pipeline.see(Sightings.priced(pace.multipliedBy(i), amount));
            pipeline.clock(Sightings.START.plus(pace.multipliedBy(i)));
        }

        Map<String, Long> bytes = new LinkedHashMap<>();
        sizes(pipeline.checkpoint()).forEach((uid, size) -> bytes.put(uid, size - empty.getOrDefault(uid, 0L)));
        pipeline.close();

        long all = bytes.values().stream().mapToLong(Long::longValue).sum();
        report.publishEntry(observations + " observations " + pace, bytes + ", all " + all);
        assertThat(all).as("%s", bytes).isBetween(300L, mostBytes);
    }

    @Test
    void whatPatternsNeedIsUnderTwoHundredBytes() throws IOException {
        var begun = new PatternState(
                new Slide(1_000_000, 2, 9),
                new Raise(1, 2, 3, 4, true, true, true),
                new Absence(1_767_614_400_000L, 7));
        var flapping = new FlappingState(1_000_000, 2, 3, 4, new long[] {1, 2, 3});

        assertThat(bytes(PatternState.class, begun) + bytes(FlappingState.class, flapping))
                .isBetween(100, 200);
    }

    private static <T> int bytes(Class<T> type, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        FlowTypes.of(type).createSerializer(new SerializerConfigImpl()).serialize(value, out);
        return out.length();
    }

    private static Map<String, Long> sizes(Map<String, OperatorSubtaskState> checkpoint) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        checkpoint.forEach((uid, state) -> sizes.put(uid, state.getStateSize()));
        return sizes;
    }
}
