package smarttravel.jobs.source;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * For a topic that every task hears beside the observations: it counts as idle, whatever comes of it, so that it does not
 * hold back how far their clock has come. A watermark without end would do the same until the observations fall silent too,
 * and then be the only clock.
 */
public final class NoClock<T> implements WatermarkGenerator<T> {
    private NoClock() {}

    /** Such a topic's strategy. */
    public static <T> WatermarkStrategy<T> strategy() {
        return WatermarkStrategy.forGenerator(context -> new NoClock<>());
    }

    @Override
    public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
