package smarttravel.jobs.comparables;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import smarttravel.events.HotelDecision;
import smarttravel.jobs.decisions.HeardDecision;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.testing.JobOperators;

/** The running operator of comparables, and what it said. */
final class OpenComparables {
    private final KeyedTwoInputStreamOperatorTestHarness<String, HolidayOffer, ComparablesNews, Standing> operator;
    private long checkpoint;
    private long offset;

    OpenComparables() throws Exception {
        operator = JobOperators.keyedAndTold("comparable-offers");
        operator.open();
    }

    /** One that goes on where another stopped. */
    OpenComparables(OperatorSubtaskState remembered) throws Exception {
        operator = JobOperators.keyedAndTold("comparable-offers");
        operator.initializeState(remembered);
        operator.open();
    }

    void see(String holiday, ComparableOffer offer) throws Exception {
        see(holiday, offer, Instant.ofEpochMilli(offer.observedAt()));
    }

    void see(String holiday, ComparableOffer offer, Instant receivedAt) throws Exception {
        operator.processElement1(new StreamRecord<>(new HolidayOffer(holiday, offer, receivedAt)));
    }

    /** The topics of news say nothing of time. */
    void newsAreIdle() throws Exception {
        operator.processWatermarkStatus2(WatermarkStatus.IDLE);
    }

    /** The broker's clock. */
    void itIs(Instant now) throws Exception {
        operator.processWatermark1(new Watermark(now.toEpochMilli()));
    }

    /** No topic says anything any more. */
    void allIsQuiet() throws Exception {
        operator.processWatermarkStatus1(WatermarkStatus.IDLE);
    }

    int entries() {
        return operator.numKeyedStateEntries();
    }

    void hear(DatedRate rate) throws Exception {
        operator.processElement2(new StreamRecord<>(ComparablesNews.of(rate)));
    }

    void hear(HotelDecision decision) throws Exception {
        offset++;
        operator.processElement2(new StreamRecord<>(ComparablesNews.of(new HeardDecision(decision, 0, offset))));
    }

    OperatorSubtaskState snapshot() throws Exception {
        checkpoint++;
        operator.prepareSnapshotPreBarrier(checkpoint);
        return operator.snapshot(checkpoint, checkpoint);
    }

    List<Standing> said() {
        return operator.extractOutputValues();
    }

    void close() throws Exception {
        operator.close();
    }

    /** What a table that keeps the row that knows most would hold. */
    static Map<String, Standing> winners(List<Standing> said) {
        Map<String, Standing> rows = new HashMap<>();
        for (Standing standing : said) {
            rows.merge(
                    standing.offer().key(),
                    standing,
                    (before, now) -> now.version() >= before.version() ? now : before);
        }
        return rows;
    }
}
