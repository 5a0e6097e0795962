package smarttravel.jobs.drops;

import java.time.Instant;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import smarttravel.events.FxShare;
import smarttravel.events.FxSplit;
import smarttravel.events.PriceDrop;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.KnownRates;

/**
 * Says of each drop that is not quoted in US dollars what the exchange rate did since the baseline held, from the rates
 * that are known by then. Nothing waits for a rate: a row of the table is converted when it is read.
 */
final class SayFxShare extends BroadcastProcessFunction<PriceDrop, DatedRate, PriceDrop> {
    private static final long serialVersionUID = 1L;
    private static final long SECONDS_OF_A_DAY = 86_400;

    @Override
    public void processElement(PriceDrop drop, ReadOnlyContext context, Collector<PriceDrop> out) throws Exception {
        FxShare fx = drop.fx();
        out.collect(
                fx == null
                        ? drop
                        : drop.with(share(drop, fx, new KnownRates(context.getBroadcastState(KnownRates.STATE)))));
    }

    @Override
    public void processBroadcastElement(DatedRate rate, Context context, Collector<PriceDrop> out) throws Exception {
        KnownRates.add(context.getBroadcastState(KnownRates.STATE), rate);
    }

    private static FxShare share(PriceDrop drop, FxShare fx, KnownRates rates) throws Exception {
        int since = day(fx.since());
        int now = day(drop.observedAt());
        @Nullable DatedRate before = rates.inForce(drop.currency(), fx.kind(), since);
        @Nullable DatedRate after = rates.inForce(drop.currency(), fx.kind(), now);
        if (before == null || after == null) {
            return FxShare.withoutRates(fx.kind(), fx.since());
        }
        FxSplit split =
                FxSplit.of(drop.baseline().doubleValue(), drop.amount().doubleValue(), before.usd(), after.usd());
        boolean stale = since - before.day() > FxShare.STALE_DAYS || now - after.day() > FxShare.STALE_DAYS;
        return new FxShare(fx.kind(), fx.since(), split, stale);
    }

    private static int day(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond(), SECONDS_OF_A_DAY);
    }
}
