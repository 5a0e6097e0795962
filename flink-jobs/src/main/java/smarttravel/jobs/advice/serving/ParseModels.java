package smarttravel.jobs.advice.serving;

import java.io.IOException;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Topics;
import smarttravel.jobs.source.RawRecord;

/** Lets only models pass that can be served; what is none leaves by {@link #REJECTED}, without its bytes. */
final class ParseModels extends ProcessFunction<RawRecord, ModelEntry> {
    static final OutputTag<RejectedRecord> REJECTED = new OutputTag<>("rejected-models") {
        private static final long serialVersionUID = 1L;
    };
    private static final Logger LOG = LoggerFactory.getLogger(ParseModels.class);
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(RawRecord raw, Context context, Collector<ModelEntry> out) {
        byte[] file = raw.value();
        if (file == null) {
            return;
        }
        try {
            out.collect(ModelEntry.read(raw, file));
        } catch (IOException e) {
            String source = Topics.ADVICE_MODELS + "/" + raw.partition() + "/" + raw.offset();
            LOG.error("{} is refused, the model before it goes on: {}", source, e.getMessage());
            context.output(
                    REJECTED,
                    new RejectedRecord(
                            RejectReason.UNREADABLE_MODEL,
                            String.valueOf(e.getMessage()),
                            source,
                            file.length + " bytes, SHA-256 " + ServedModel.checksum(file),
                            raw.receivedAt()));
        }
    }
}
