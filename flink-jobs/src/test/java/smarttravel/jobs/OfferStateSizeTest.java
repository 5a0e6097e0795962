package smarttravel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        }

        Map<String, Long> bytes = new LinkedHashMap<>();
        sizes(pipeline.checkpoint()).forEach((uid, size) -> bytes.put(uid, size - empty.getOrDefault(uid, 0L)));
        pipeline.close();

        long all = bytes.values().stream().mapToLong(Long::longValue).sum();
        report.publishEntry(observations + " observations " + pace, bytes + ", all " + all);
        assertThat(all).as("%s", bytes).isBetween(300L, mostBytes);
    }

    private static Map<String, Long> sizes(Map<String, OperatorSubtaskState> checkpoint) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        checkpoint.forEach((uid, state) -> sizes.put(uid, state.getStateSize()));
        return sizes;
    }
}
