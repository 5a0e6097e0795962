package smarttravel.jobs.seasons;

import java.time.Instant;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.forgetting.Forgetting;
import smarttravel.jobs.pacing.PacedFunction;

/** Per offer: tallies its prices and says its part in its market's seasons. */
final class KeepOfferSeason implements PacedFunction<String, JudgedObservation, OfferSeason> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<OfferSeasonState> season;
    private transient Forgetting forgetting;

    @Override
    public void open(KeyedStateStore state) {
        season = state.getState(new ValueStateDescriptor<>("season", FlowTypes.of(OfferSeasonState.class)));
        forgetting = Forgetting.open(state::getState);
    }

    @Override
    public boolean update(String offer, JudgedObservation judged) throws Exception {
        if (!judged.ordered().isPriced()) {
            return false;
        }
        season.update(OfferSeasonState.after(season.value(), judged));
        return true;
    }

    @Override
    public long overAt(JudgedObservation judged) throws Exception {
        Instant receivedAt = judged.ordered().received().receivedAt();
        return forgetting.isOver(judged.seen().departure(), receivedAt) ? receivedAt.toEpochMilli() : NEVER;
    }

    @Override
    public long keepUntil(JudgedObservation judged) throws Exception {
        return forgetting.keep(
                judged.seen().departure(), judged.ordered().received().receivedAt());
    }

    @Override
    public long keptUntil(long at) throws Exception {
        return forgetting.keptUntil(at);
    }

    @Override
    public void forget(long at) {
        season.clear();
        forgetting.clear();
    }

    @Override
    public void emit(String offer, Consumer<OfferSeason> out) throws Exception {
        out.accept(season.value().contribution());
    }
}
