package smarttravel.jobs.seasons;

import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Per market: keeps each offer's part and judges them together. Offers that have departed stay: their last price is part
 * of their month's level.
 */
final class KeepMarketSeasons implements PacedFunction<String, OfferSeason, MarketSeasons> {
    private static final long serialVersionUID = 1L;

    private transient MapState<String, OfferSeason> offers;

    @Override
    public void open(KeyedStateStore state) {
        offers = state.getMapState(new MapStateDescriptor<>("offers", Types.STRING, FlowTypes.of(OfferSeason.class)));
    }

    @Override
    public boolean update(String market, OfferSeason part) throws Exception {
        offers.put(part.offer(), part);
        return true;
    }

    @Override
    public void emit(String market, Consumer<MarketSeasons> out) throws Exception {
        out.accept(SeasonRule.judge(market, offers.values()));
    }
}
