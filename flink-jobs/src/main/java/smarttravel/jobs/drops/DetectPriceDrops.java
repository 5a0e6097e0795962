package smarttravel.jobs.drops;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.money.ScaledAmount;
import smarttravel.jobs.order.OrderedObservation;

/** Applies {@link PriceDropRule} to each offer's prices; drops leave by {@link #DROPS}, every observation goes on. */
public final class DetectPriceDrops extends KeyedProcessFunction<String, OrderedObservation, JudgedObservation> {
    /** The drops that were found. */
    public static final OutputTag<PriceDrop> DROPS = new OutputTag<>("drops") {
        private static final long serialVersionUID = 1L;
    };

    private static final long serialVersionUID = 1L;

    private final PriceDropRule rule;
    private transient ValueState<OfferPriceState> prices;

    public DetectPriceDrops(PriceDropRule rule) {
        this.rule = rule;
    }

    @Override
    public void open(OpenContext context) {
        prices =
                getRuntimeContext().getState(new ValueStateDescriptor<>("prices", FlowTypes.of(OfferPriceState.class)));
    }

    @Override
    public void processElement(OrderedObservation ordered, Context context, Collector<JudgedObservation> out)
            throws Exception {
        PriceObservation seen = ordered.seen();
        String currency = seen.currency();
        if (!ordered.isPriced() || currency == null) {
            out.collect(new JudgedObservation(ordered, false));
            return;
        }
        PriceDropRule.Judgement judgement =
                rule.judge(prices.value(), seen.observedAt().toEpochMilli(), ordered.amount(), currency);
        prices.update(judgement.next());
        if (judgement.verdict() instanceof PriceVerdict.Drop drop) {
            context.output(DROPS, toEvent(ordered, drop, currency));
        }
        out.collect(new JudgedObservation(ordered, judgement.verdict() instanceof PriceVerdict.Suspect));
    }

    private static PriceDrop toEvent(OrderedObservation ordered, PriceVerdict.Drop drop, String currency) {
        PriceObservation seen = ordered.seen();
        return new PriceDrop(
                dropId(seen),
                seen.provider(),
                seen.offerId(),
                ordered.market(),
                seen.kind(),
                seen.name(),
                seen.origin(),
                seen.destination(),
                seen.departure(),
                seen.observedAt(),
                ScaledAmount.toDecimal(ordered.amount()),
                currency,
                ScaledAmount.toDecimal(drop.baseline()),
                percentBelow(ordered.amount(), drop.baseline()),
                ScaledAmount.toDecimal(drop.previous()),
                drop.newLow(),
                drop.observations(),
                drop.days(),
                ordered.leadDays(),
                seen.url());
    }

    private static BigDecimal percentBelow(long amount, long baseline) {
        return BigDecimal.valueOf(baseline - amount)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(baseline), 2, RoundingMode.HALF_UP);
    }

    /** The first 128 bits of SHA-256 over provider, offerId and observedAt: the same drop has the same id for ever. */
    static String dropId(PriceObservation seen) {
        String identity = seen.provider() + '\n' + seen.offerId() + '\n' + seen.observedAt();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
