package smarttravel.jobs.patterns;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.forgetting.Forgetting;

/** Per offer: shows each observation to {@link PatternRule} and keeps what it keeps. */
final class FindPatterns extends KeyedProcessFunction<String, JudgedObservation, PricePattern> {
    private static final long serialVersionUID = 1L;

    private final PatternRule rule;
    private transient ValueState<PatternState> begun;
    private transient Forgetting forgetting;

    FindPatterns(PatternRule rule) {
        this.rule = rule;
    }

    @Override
    public void open(OpenContext context) {
        begun = getRuntimeContext().getState(new ValueStateDescriptor<>("begun", FlowTypes.of(PatternState.class)));
        forgetting = Forgetting.open(getRuntimeContext()::getState);
    }

    @Override
    public void processElement(JudgedObservation judged, Context context, Collector<PricePattern> out)
            throws Exception {
        LocalDate departure = judged.seen().departure();
        Instant receivedAt = judged.ordered().received().receivedAt();
        if (forgetting.isOver(departure, receivedAt)) {
            forget();
        }
        PatternState before = begun.value();
        PatternRule.Judgement judgement = rule.judge(before, judged);
        if (before != null || judgement.next() != null) {
            begun.update(judgement.next());
            context.timerService().registerEventTimeTimer(forgetting.keep(departure, receivedAt));
        }
        judgement.found().forEach(out::collect);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<PricePattern> out) throws Exception {
        if (forgetting.isDue(at, context.timerService().currentWatermark())) {
            forget();
        }
    }

    private void forget() {
        begun.clear();
        forgetting.clear();
    }
}
