package smarttravel.jobs.quality;

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
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Per share of a provider's offers: keeps what is known of those that have not departed, says their own parts of the score,
 * and what they tell of their provider.
 *
 * <p>The share's clock is the newest day (UTC) on which any of its offers was seen. What departs before it is forgotten; when
 * it is seen all the same, it counts as an observation and no more. A sighting that is not newer than what is known of its
 * offer counts nowhere: it is a history that is loaded again.
 *
 * <p>A share that nothing is heard of has no such clock. Once it was quiet for a week on the broker's, what departed a week
 * before is forgotten too, as everywhere ({@link smarttravel.jobs.forgetting.Forgetting}).
 */
final class KeepOfferQuality implements PacedFunction<String, OfferNews, QualityWord> {
    private static final long serialVersionUID = 1L;
    private static final long MILLIS_OF_A_DAY = 86_400_000;
    private static final long QUIET_DAYS = 7;

    private transient MapState<String, KnownOffer> offers;
    private transient ValueState<Long> clock;
    /** The broker's moment from which on a share is quiet unless something is heard of it. */
    private transient ValueState<Long> quietFrom;
    /** The broker's moment that the current share was asked about last. */
    private transient long now;
    /** What is not said yet, by share: said before every checkpoint, so it need not be kept in state. */
    private transient Map<String, Unsaid> unsaid;
    /** The same of providers, whatever the share: whichever speaks first speaks for all. */
    private transient Map<String, EvidenceSum> evidence;

    @Override
    public void open(KeyedStateStore state) {
        offers = state.getMapState(new MapStateDescriptor<>("offers", Types.STRING, FlowTypes.of(KnownOffer.class)));
        clock = state.getState(new ValueStateDescriptor<>("newest-day", Types.LONG));
        quietFrom = state.getState(new ValueStateDescriptor<>("quiet-from", Types.LONG));
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
        KnownOffer after = before.seen(seen, counted);
        offers.put(news.offerId(), after);
        said.offers().put(news.offerId(), new OfferParts(news.provider(), news.offerId(), seen, risk(after)));
        return true;
    }

    private static PriceRisk risk(KnownOffer offer) {
        PastPrices prices = offer.prices();
        return PriceRisk.of(prices == null ? new long[0] : prices.last());
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
    public boolean isOver(OfferNews news) throws Exception {
        return isQuiet(news.receivedAt());
    }

    @Override
    public long keepUntil(OfferNews news) throws Exception {
        long until = (Math.floorDiv(news.receivedAt(), MILLIS_OF_A_DAY) + 1 + QUIET_DAYS) * MILLIS_OF_A_DAY;
        @Nullable Long before = quietFrom.value();
        if (before == null || before < until) {
            quietFrom.update(until);
        }
        return Math.max(until, (news.seen().departureDay() + 1 + QUIET_DAYS) * MILLIS_OF_A_DAY);
    }

    @Override
    public boolean mayForget(long at, long clock) throws Exception {
        return clock != Long.MAX_VALUE && isQuiet(at);
    }

    private boolean isQuiet(long at) throws Exception {
        now = at;
        @Nullable Long from = quietFrom.value();
        return from != null && at >= from;
    }

    @Override
    public void forget() throws Exception {
        forgetDepartedBefore(Math.floorDiv(now, MILLIS_OF_A_DAY) - QUIET_DAYS);
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
