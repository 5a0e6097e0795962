package smarttravel.jobs.quality;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.forgetting.QuietKey;
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Per share of a provider's offers: keeps what is known of those that have not departed, says their own parts of the score,
 * and what they tell of their provider.
 *
 * <p>The share's clock is the newest day (UTC) on which any of its offers was seen. What departs before it is forgotten; when
 * it is seen all the same, it counts as an observation and no more. A sighting that is not newer than what is known of its
 * offer counts nowhere: it is a history that is loaded again.
 *
 * <p>A share that nothing is heard of has no such clock: there the broker's goes on, as {@link QuietKey} says.
 */
final class KeepOfferQuality implements PacedFunction<String, OfferNews, QualityWord> {
    private static final long serialVersionUID = 1L;

    private transient MapState<String, KnownOffer> offers;
    private transient ValueState<Long> clock;
    private transient QuietKey quiet;
    /** What is not said yet, by share: said before every checkpoint, so it need not be kept in state. */
    private transient Map<String, Unsaid> unsaid;
    /** The same of providers, whatever the share: whichever speaks first speaks for all. */
    private transient Map<String, EvidenceSum> evidence;

    @Override
    public void open(KeyedStateStore state) {
        offers = state.getMapState(new MapStateDescriptor<>("offers", Types.STRING, FlowTypes.of(KnownOffer.class)));
        clock = state.getState(new ValueStateDescriptor<>("newest-day", Types.LONG));
        quiet = QuietKey.open(state::getState);
        unsaid = new HashMap<>();
        evidence = new HashMap<>();
    }

    @Override
    public boolean update(String share, OfferNews news) throws Exception {
        OfferSighting seen = news.seen();
        boolean isDeparted = seen.departureDay() < advance(seen.day());
        @Nullable KnownOffer known = offers.get(news.offerId());
        if (known != null && known.isOf(seen) && known.isSeenSince(seen)) {
            return false;
        }
        Unsaid said = unsaid.computeIfAbsent(share, key -> new Unsaid(news.provider(), new HashMap<>()));
        EvidenceSum counted = evidence.computeIfAbsent(news.provider(), EvidenceSum::new);
        counted.count(seen.day(), Evidence.accepted(seen.hour()), 1);
        counted.count(seen.day(), Evidence.FIELDS, seen.fields());
        counted.count(seen.day(), Evidence.FILLED, seen.filled());
        if (isDeparted) {
            return true;
        }
        KnownOffer before = known != null && known.isOf(seen) ? known : KnownOffer.unseen(seen.departureDay());
        @Nullable PastPrices prices = before.pricesWith(seen, counted);
        offers.put(news.offerId(), before.seen(seen, prices, counted));
        PriceRisk risk = PriceRisk.of(prices == null ? new long[0] : prices.last());
        said.offers().put(news.offerId(), new OfferParts(news.provider(), news.offerId(), seen, risk));
        return true;
    }

    private long advance(long seenOn) throws Exception {
        @Nullable Long before = clock.value();
        if (before != null && before >= seenOn) {
            return before;
        }
        clock.update(seenOn);
        forgetDepartedBefore(seenOn);
        return seenOn;
    }

    private void forgetDepartedBefore(long day) throws Exception {
        Iterator<Map.Entry<String, KnownOffer>> known = offers.iterator();
        while (known.hasNext()) {
            if (known.next().getValue().departureDay() < day) {
                known.remove();
            }
        }
    }

    @Override
    public long overAt(OfferNews news) throws Exception {
        return quiet.overAt(Instant.ofEpochMilli(news.receivedAt())).orElse(NEVER);
    }

    @Override
    public long keepUntil(OfferNews news) throws Exception {
        return quiet.keep(news.seen().departureDay(), Instant.ofEpochMilli(news.receivedAt()));
    }

    @Override
    public long keptUntil(long at) throws Exception {
        return quiet.keptUntil(at);
    }

    @Override
    public void forget(long at) throws Exception {
        forgetDepartedBefore(QuietKey.departedBefore(at));
        if (offers.isEmpty()) {
            offers.clear();
            quiet.clear();
        }
    }

    @Override
    public void emit(String share, Consumer<QualityWord> out) {
        Unsaid said = Objects.requireNonNull(unsaid.remove(share), "only changed shares are asked for");
        said.offers().values().forEach(offer -> out.accept(QualityWord.of(offer)));
        @Nullable EvidenceSum counted = evidence.remove(said.provider());
        if (counted != null) {
            counted.say(one -> out.accept(QualityWord.of(one)));
        }
    }

    private record Unsaid(String provider, Map<String, OfferParts> offers) {}
}
