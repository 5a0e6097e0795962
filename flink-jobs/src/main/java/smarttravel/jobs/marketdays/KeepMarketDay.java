package smarttravel.jobs.marketdays;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Per market and day: keeps each offer's last price of the day. Forgotten three days after the day's end in event time;
 * a straggler after that starts a row that rests on less, which the table does not let replace the fuller one.
 */
final class KeepMarketDay implements PacedFunction<SeenToday, MarketDay> {
    private static final long serialVersionUID = 1L;
    private static final Duration KEPT_AFTER_DAY_BEGAN = Duration.ofDays(4);

    private transient MapState<String, DayPrice> prices;
    private transient ValueState<MarketDayCount> count;

    /** The day's identity and how many prices were taken in. */
    public record MarketDayCount(String market, long epochDay, long observations) {}

    @Override
    public void open(KeyedStateStore state) {
        prices = state.getMapState(new MapStateDescriptor<>("day-prices", String.class, DayPrice.class));
        count = state.getState(new ValueStateDescriptor<>("day-count", MarketDayCount.class));
    }

    @Override
    public boolean update(SeenToday seen) throws Exception {
        DayPrice before = prices.get(seen.offer());
        prices.put(seen.offer(), new DayPrice(seen.unitUsd(), seen.dropped() || (before != null && before.dropped())));
        MarketDayCount counted = count.value();
        count.update(
                new MarketDayCount(seen.market(), seen.epochDay(), counted == null ? 1 : counted.observations() + 1));
        return true;
    }

    @Override
    public void emit(Consumer<MarketDay> out) throws Exception {
        List<DayPrice> all = new ArrayList<>();
        prices.values().forEach(all::add);
        MarketDayCount counted = count.value();
        out.accept(MarketDay.of(counted.market(), counted.epochDay(), all, counted.observations()));
    }

    @Override
    public long forgetAt(SeenToday seen) {
        return Duration.ofDays(seen.epochDay()).plus(KEPT_AFTER_DAY_BEGAN).toMillis();
    }

    @Override
    public void forget() {
        prices.clear();
        count.clear();
    }
}
