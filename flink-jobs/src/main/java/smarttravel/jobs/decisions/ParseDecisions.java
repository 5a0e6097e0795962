package smarttravel.jobs.decisions;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import smarttravel.events.HotelDecisionJson;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Rejection;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.events.StrictJson;
import smarttravel.events.Topics;
import smarttravel.jobs.source.RawRecord;

/** Reads each decision once; what cannot be read leaves by {@link #REJECTED}. */
final class ParseDecisions extends ProcessFunction<RawRecord, HeardDecision> {
    static final OutputTag<RejectedRecord> REJECTED = new OutputTag<>("rejected-decisions") {
        private static final long serialVersionUID = 1L;
    };
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(RawRecord raw, Context context, Collector<HeardDecision> out) {
        byte[] value = raw.value();
        if (value == null) {
            return;
        }
        try {
            out.collect(new HeardDecision(HotelDecisionJson.read(value), raw.partition(), raw.offset()));
        } catch (RejectedException e) {
            Rejection rejection = e.rejection();
            context.output(
                    REJECTED,
                    new RejectedRecord(
                            rejection.reason(),
                            rejection.message(),
                            Topics.MATCH_DECISIONS + "/" + raw.partition() + "/" + raw.offset(),
                            StrictJson.text(value),
                            raw.receivedAt()));
        }
    }
}
