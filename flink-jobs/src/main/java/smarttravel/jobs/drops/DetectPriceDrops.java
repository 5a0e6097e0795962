package smarttravel.jobs.drops;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import smarttravel.events.PriceDrop;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.flapping.FlappingRule;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.forgetting.Forgetting;
import smarttravel.jobs.order.OrderedObservation;

/** Lets {@link OfferJudge} judge each offer's prices; drops leave by {@link #DROPS}, every observation goes on. */
public final class DetectPriceDrops extends KeyedProcessFunction<String, OrderedObservation, JudgedObservation> {
    /** The drops that were found. */
    public static final OutputTag<PriceDrop> DROPS = new OutputTag<>("drops") {
        private static final long serialVersionUID = 1L;
    };

    private static final long serialVersionUID = 1L;

    private final OfferJudge judge;
    private transient ValueState<OfferPriceState> prices;
    private transient ValueState<FlappingState> flapping;
    private transient Forgetting forgetting;

    public DetectPriceDrops(PriceDropRule rule) {
        this.judge = new OfferJudge(rule, FlappingRule.DEFAULT);
    }

    @Override
    public void open(OpenContext context) {
        prices =
                getRuntimeContext().getState(new ValueStateDescriptor<>("prices", FlowTypes.of(OfferPriceState.class)));
        flapping =
                getRuntimeContext().getState(new ValueStateDescriptor<>("flapping", FlowTypes.of(FlappingState.class)));
        forgetting = Forgetting.open(getRuntimeContext()::getState);
    }

    @Override
    public void processElement(OrderedObservation ordered, Context context, Collector<JudgedObservation> out)
            throws Exception {
        LocalDate departure = ordered.seen().departure();
        Instant receivedAt = ordered.received().receivedAt();
        if (forgetting.isOver(departure, receivedAt)) {
            forget();
        }
        context.timerService().registerEventTimeTimer(forgetting.keep(departure, receivedAt));
        FlappingState flappingBefore = flapping.value();
        OfferJudge.Judgement judgement = judge.judge(prices.value(), flappingBefore, ordered);
        if (judgement.prices() != null) {
            prices.update(judgement.prices());
        }
        if (flappingBefore != null || judgement.flapping() != null) {
            flapping.update(judgement.flapping());
        }
        PriceDrop drop = judgement.judged().drop();
        if (drop != null) {
            context.output(DROPS, drop);
        }
        out.collect(judgement.judged());
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<JudgedObservation> out) throws Exception {
        if (forgetting.isDue(at, context.timerService().currentWatermark())) {
            forget();
        }
    }

    private void forget() {
        prices.clear();
        flapping.clear();
        forgetting.clear();
    }
}
