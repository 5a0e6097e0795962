package smarttravel.jobs.seasons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.KnownRates;
import smarttravel.jobs.fx.RateYear;
import smarttravel.jobs.pacing.PacedBroadcastFunction;

/**
 * Per market: keeps each offer's part and judges them together. Offers that have departed stay: their last price is part
 * of their month's level. One that is seen again after its own state was forgotten goes on from what is known of it here. A rate that comes late has the markets that it concerns judged once more.
 */
final class KeepMarketSeasons implements PacedBroadcastFunction<String, OfferSeason, DatedRate, MarketSeasons> {
    private static final long serialVersionUID = 1L;
    private static final MapStateDescriptor<String, OfferSeason> OFFERS =
            new MapStateDescriptor<>("offers", Types.STRING, FlowTypes.of(OfferSeason.class));

    private transient MapState<String, OfferSeason> offers;
    private transient BroadcastState<String, RateYear> years;
    private transient KnownRates rates;
    private transient List<DatedRate> news;

    @Override
    public void open(KeyedStateStore keyed, OperatorStateStore everywhere) throws Exception {
        offers = keyed.getMapState(OFFERS);
        years = everywhere.getBroadcastState(KnownRates.STATE);
        rates = new KnownRates(years);
        news = new ArrayList<>();
    }

    @Override
    public String keyedState() {
        return OFFERS.getName();
    }

    @Override
    public boolean update(String market, OfferSeason part) throws Exception {
        OfferSeason known = offers.get(part.offer());
        if (known != null && part.lastAt() < known.lastAt()) {
            return false;
        }
        offers.put(part.offer(), known == null ? part : part.after(known));
        return true;
    }

    @Override
    public void hear(DatedRate rate) throws Exception {
        KnownRates.add(years, rate);
        news.add(rate);
    }

    @Override
    public boolean isConcerned(String market) throws Exception {
        for (OfferSeason offer : offers.values()) {
            if (offer.currency() != null && news.stream().anyMatch(offer::dependsOn)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void heardEverywhere() {
        news.clear();
    }

    @Override
    public void emit(String market, Consumer<MarketSeasons> out) throws Exception {
        out.accept(SeasonRule.judge(market, offers.values(), rates));
    }
}
