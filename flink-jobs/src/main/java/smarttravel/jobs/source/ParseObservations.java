package smarttravel.jobs.source;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Rejection;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.events.StrictJson;
import smarttravel.events.Topics;

/** Reads each record once; what cannot be read leaves by {@link #REJECTED} with its reason, and the rest goes on. */
public final class ParseObservations extends ProcessFunction<RawRecord, ReceivedObservation> {
    /** What could not be read, for the dead letters. */
    public static final OutputTag<RejectedRecord> REJECTED = new OutputTag<>("rejected") {
        private static final long serialVersionUID = 1L;
    };

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(RawRecord raw, Context context, Collector<ReceivedObservation> out) {
        try {
            PriceObservation seen = parse(raw);
            out.collect(new ReceivedObservation(seen.key(), seen, raw.partition(), raw.offset(), raw.receivedAt()));
        } catch (RejectedException e) {
            context.output(REJECTED, deadLetter(raw, e.rejection()));
        }
    }

    private static PriceObservation parse(RawRecord raw) {
        String version = raw.schemaVersion();
        if (version != null && !version.equals(Topics.SCHEMA_VERSION)) {
            throw new RejectedException(
                    RejectReason.SCHEMA_VERSION,
                    "schema-version '" + version + "' is not " + Topics.SCHEMA_VERSION + ", the one that is read");
        }
        byte[] value = raw.value();
        if (value == null) {
            throw new RejectedException(RejectReason.MALFORMED_JSON, "the record has no value");
        }
        return PriceObservationJson.read(value, raw.receivedAt());
    }

    private static RejectedRecord deadLetter(RawRecord raw, Rejection rejection) {
        byte[] value = raw.value();
        return new RejectedRecord(
                rejection.reason(),
                rejection.message(),
                Topics.PRICE_OBSERVATIONS + "/" + raw.partition() + "/" + raw.offset(),
                value == null ? "" : StrictJson.text(value),
                raw.receivedAt());
    }
}
