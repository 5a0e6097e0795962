package smarttravel.jobs.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.DetectPriceDrops;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.observations.LatestOffer;
import smarttravel.jobs.order.OrderedObservation;
import smarttravel.jobs.patterns.PricePattern;
import smarttravel.jobs.seasons.OfferSeason;
import smarttravel.jobs.source.ReceivedObservation;

/** Every operator of the real graph that keeps something per offer, one after the other. */
public final class OfferPipeline {
    /** Their uids. */
    public static final List<String> UIDS =
            List.of("order-observations", "detect-price-drops", "latest-offers", "offer-seasons", "find-patterns");

    private final KeyedOneInputStreamOperatorTestHarness<String, ReceivedObservation, OrderedObservation> order;
    private final KeyedOneInputStreamOperatorTestHarness<String, OrderedObservation, JudgedObservation> drops;
    private final KeyedOneInputStreamOperatorTestHarness<String, JudgedObservation, LatestOffer> latest;
    private final KeyedOneInputStreamOperatorTestHarness<String, JudgedObservation, OfferSeason> seasons;
    private final KeyedOneInputStreamOperatorTestHarness<String, JudgedObservation, PricePattern> patterns;
    private long offset;
    private long checkpoint;

    /** With what each remembered, by uid; one that is not named starts empty. */
    public OfferPipeline(Map<String, OperatorSubtaskState> remembered) throws Exception {
        order = open("order-observations", remembered);
        drops = open("detect-price-drops", remembered);
        latest = open("latest-offers", remembered);
        seasons = open("offer-seasons", remembered);
        patterns = open("find-patterns", remembered);
    }

    private static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> open(
            String uid, Map<String, OperatorSubtaskState> remembered) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, I, O> operator = JobOperators.keyed(uid);
        OperatorSubtaskState state = remembered.get(uid);
        if (state != null) {
            operator.initializeState(state);
        }
        operator.open();
        return operator;
    }

    /** Lets an observation through all of them, soon after it was made. */
    public void see(PriceObservation seen) throws Exception {
        see(Sightings.received(seen, offset++));
    }

    /** The same, when the broker took it at another moment. */
    public void seeAt(PriceObservation seen, Instant receivedAt) throws Exception {
        see(new ReceivedObservation(seen.key(), seen, 3, offset++, receivedAt));
    }

    private void see(ReceivedObservation received) throws Exception {
        int ordered = order.extractOutputValues().size();
        order.processElement(new StreamRecord<>(received));
        for (OrderedObservation next : rest(order.extractOutputValues(), ordered)) {
            int judged = drops.extractOutputValues().size();
            drops.processElement(new StreamRecord<>(next));
            for (JudgedObservation word : rest(drops.extractOutputValues(), judged)) {
                latest.processElement(new StreamRecord<>(word));
                seasons.processElement(new StreamRecord<>(word));
                patterns.processElement(new StreamRecord<>(word));
            }
        }
    }

    /** Lets all of them know how far the broker's clock has come. */
    public void clock(Instant now) throws Exception {
        for (var operator : List.of(order, drops, latest, seasons, patterns)) {
            operator.processWatermark(new Watermark(now.toEpochMilli()));
        }
    }

    private static <T> List<T> rest(List<T> all, int known) {
        return all.subList(known, all.size());
    }

    /** What each remembers, by uid, as a checkpoint holds it. */
    public Map<String, OperatorSubtaskState> checkpoint() throws Exception {
        checkpoint++;
        Map<String, OperatorSubtaskState> states = new LinkedHashMap<>();
        states.put("order-observations", order.snapshot(checkpoint, checkpoint));
        states.put("detect-price-drops", drops.snapshot(checkpoint, checkpoint));
        latest.prepareSnapshotPreBarrier(checkpoint);
        states.put("latest-offers", latest.snapshot(checkpoint, checkpoint));
        seasons.prepareSnapshotPreBarrier(checkpoint);
        states.put("offer-seasons", seasons.snapshot(checkpoint, checkpoint));
        states.put("find-patterns", patterns.snapshot(checkpoint, checkpoint));
        return states;
    }

    /** What was put in order so far. */
    public List<OrderedObservation> ordered() {
        return order.extractOutputValues();
    }

    /** The drops so far. */
    public List<PriceDrop> drops() {
        var found = drops.getSideOutput(DetectPriceDrops.DROPS);
        return found == null
                ? List.of()
                : found.stream().map(StreamRecord::getValue).toList();
    }

    /** The states of offers that were said so far. */
    public List<LatestOffer> latest() {
        return latest.extractOutputValues();
    }

    /** The parts in seasons that were said so far. */
    public List<OfferSeason> seasons() {
        return seasons.extractOutputValues();
    }

    /** The patterns so far. */
    public List<PricePattern> patterns() {
        return patterns.extractOutputValues();
    }

    /** Closes the operators. */
    public void close() throws Exception {
        order.close();
        drops.close();
        latest.close();
        seasons.close();
        patterns.close();
    }
}
