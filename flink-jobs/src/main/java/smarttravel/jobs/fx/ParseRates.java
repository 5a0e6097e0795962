package smarttravel.jobs.fx;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import smarttravel.events.FxRate;
import smarttravel.events.FxRateJson;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Rejection;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.events.StrictJson;
import smarttravel.events.Topics;
import smarttravel.jobs.source.RawRecord;

/** Reads each rate once; what cannot be read leaves by {@link #REJECTED}. */
final class ParseRates extends ProcessFunction<RawRecord, DatedRate> {
    static final OutputTag<RejectedRecord> REJECTED = new OutputTag<>("rejected-rates") {
        private static final long serialVersionUID = 1L;
    };
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(RawRecord raw, Context context, Collector<DatedRate> out) {
        byte[] value = raw.value();
        if (value == null) {
            return;
        }
        try {
            FxRate rate = FxRateJson.read(value);
            out.collect(new DatedRate(
                    rate.currency(),
                    rate.kind().code(),
                    (int) rate.date().toEpochDay(),
                    rate.usd().doubleValue(),
                    raw.offset()));
        } catch (RejectedException e) {
            context.output(REJECTED, deadLetter(raw, value, e.rejection()));
        }
    }

    private static RejectedRecord deadLetter(RawRecord raw, byte[] value, Rejection rejection) {
        RejectReason reason = rejection.reason();
        return new RejectedRecord(
                reason,
                rejection.message(),
                Topics.FX_RATES + "/" + raw.partition() + "/" + raw.offset(),
                StrictJson.text(value),
                raw.receivedAt());
    }
}
