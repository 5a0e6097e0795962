package smarttravel.jobs.patterns;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.drops.JudgedObservation;

/** Per offer: shows each observation to {@link PatternRule} and keeps what it keeps. */
final class FindPatterns extends KeyedProcessFunction<String, JudgedObservation, PricePattern> {
    private static final long serialVersionUID = 1L;

    private final PatternRule rule;
    private transient ValueState<PatternState> begun;

    FindPatterns(PatternRule rule) {
        this.rule = rule;
    }

    @Override
    public void open(OpenContext context) {
        begun = getRuntimeContext().getState(new ValueStateDescriptor<>("begun", FlowTypes.of(PatternState.class)));
    }

    @Override
    public void processElement(JudgedObservation judged, Context context, Collector<PricePattern> out)
            throws Exception {
        PatternState before = begun.value();
        PatternRule.Judgement judgement = rule.judge(before, judged);
        if (before != null || judgement.next() != null) {
            begun.update(judgement.next());
        }
        judgement.found().forEach(out::collect);
    }
}
