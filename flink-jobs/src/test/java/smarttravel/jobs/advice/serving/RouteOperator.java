package smarttravel.jobs.advice.serving;

import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.testing.JobOperators;
import smarttravel.jobs.testing.Sightings;

/** The advising operator of the real graph, fed as the graph feeds it. */
final class RouteOperator implements AutoCloseable {
    private final KeyedTwoInputStreamOperatorTestHarness<String, RoutePrice, PublishedModel, GivenAdvice> harness;
    private long now;
    private long checkpoint;

    RouteOperator(@Nullable OperatorSubtaskState remembered) throws Exception {
        harness = JobOperators.keyedAndTold("route-advice");
        if (remembered != null) {
            harness.initializeState(remembered);
        }
        harness.open();
    }

    void see(PriceObservation seen) throws Exception {
        see(seen, seen.observedAt());
    }

    void see(PriceObservation seen, Instant receivedAt) throws Exception {
        JudgedObservation judged = Sightings.ordinary(seen);
        if (RoutePrice.isSaidBy(judged)) {
            RoutePrice price = RoutePrice.of(judged);
            harness.processElement1(new StreamRecord<>(new RoutePrice(price.route(), price.seen(), receivedAt)));
        }
    }

    /** The broker's clock; the topic of models says nothing of time. */
    void itIs(Instant moment) throws Exception {
        harness.processWatermarkStatus2(WatermarkStatus.IDLE);
        harness.processWatermark1(new Watermark(moment.toEpochMilli()));
    }

    void hear(PublishedModel model) throws Exception {
        harness.processElement2(new StreamRecord<>(model));
    }

    /** Lets it speak. */
    void pause() throws Exception {
        now += 60_000;
        harness.setProcessingTime(now);
    }

    OperatorSubtaskState checkpoint() throws Exception {
        checkpoint++;
        ((AbstractStreamOperator<?>) harness.getOperator()).prepareSnapshotPreBarrier(checkpoint);
        return harness.snapshot(checkpoint, checkpoint);
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    List<GivenAdvice> said() {
        return harness.extractOutputValues();
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException("the operator does not end", e);
        }
    }
}
