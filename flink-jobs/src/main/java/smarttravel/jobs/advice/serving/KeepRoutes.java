package smarttravel.jobs.advice.serving;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.jobs.advice.features.SeenPrice;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.pacing.PacedBroadcastFunction;

/**
 * Per route: keeps what its offers cost, and advises on the prices that are new. A model that is published speaks from the
 * next price of each offer on.
 *
 * <p>Looks wait in memory until it is time to speak, which is always before a checkpoint; so state only holds what was
 * spoken on. How long they wait changes which looks of a backlog are asked about, not what is said of them.
 */
final class KeepRoutes implements PacedBroadcastFunction<String, RoutePrice, PublishedModel, GivenAdvice> {
    private static final Logger LOG = LoggerFactory.getLogger(KeepRoutes.class);
    private static final long serialVersionUID = 1L;
    private static final MapStateDescriptor<Long, PublishedModel> MODELS =
            new MapStateDescriptor<>("advice-models", Types.LONG, FlowTypes.of(PublishedModel.class));

    private transient RouteBook routes;
    private transient BroadcastState<Long, PublishedModel> published;
    private transient ServedModels models;
    private transient Adviser adviser;
    private transient Map<String, List<SeenPrice>> waiting;

    @Override
    public void open(KeyedStateStore keyed, OperatorStateStore everywhere) throws Exception {
        routes = new RouteBook(keyed);
        published = everywhere.getBroadcastState(MODELS);
        models = new ServedModels();
        adviser = new Adviser(models);
        waiting = new HashMap<>();
        TreeMap<Long, PublishedModel> kept = new TreeMap<>();
        for (Map.Entry<Long, PublishedModel> each : published.entries()) {
            kept.put(each.getKey(), each.getValue());
        }
        for (PublishedModel each : kept.values()) {
            serve(each);
        }
    }

    @Override
    public String keyedState() {
        return RouteBook.MEMORY;
    }

    @Override
    public boolean update(String route, RoutePrice price) {
        waiting.computeIfAbsent(route, unknown -> new ArrayList<>()).add(price.seen());
        return true;
    }

    @Override
    public long overAt(RoutePrice price) throws Exception {
        return routes.overAt(price.receivedAt()).orElse(NEVER);
    }

    @Override
    public long keepUntil(RoutePrice price) throws Exception {
        return routes.keep(price.seen().departure(), price.receivedAt());
    }

    @Override
    public long keptUntil(long at) throws Exception {
        return routes.keptUntil(at);
    }

    @Override
    public void forget(long at) throws Exception {
        routes.forgetAt(at);
    }

    @Override
    public void hear(PublishedModel model) throws Exception {
        if (serve(model)) {
            published.put(model.offset(), model);
            List<Long> gone = new ArrayList<>();
            published.iterator().forEachRemaining(each -> {
                if (!models.isKept(each.getKey())) {
                    gone.add(each.getKey());
                }
            });
            for (long offset : gone) {
                published.remove(offset);
            }
        }
    }

    /** Whoever wrote the state may have served files that this version cannot: the others go on. */
    private boolean serve(PublishedModel model) {
        try {
            boolean isKept = models.add(model);
            if (isKept) {
                LOG.info("{} may give advice from now on", model.id());
            } else {
                LOG.warn(
                        "{} lies at {} on its topic, before all that are kept, and is not asked; if the topic was made"
                                + " anew, publish it until it lies behind them",
                        model.id(),
                        model.offset());
            }
            return isKept;
        } catch (IOException e) {
            LOG.error("{} cannot be served, the model before it goes on", model.id(), e);
            return false;
        }
    }

    @Override
    public boolean isConcerned(String route) {
        return false;
    }

    @Override
    public void heardEverywhere() {}

    @Override
    public void emit(String route, Consumer<GivenAdvice> out) throws Exception {
        List<SeenPrice> looks = waiting.remove(route);
        if (looks != null) {
            adviser.answer(route, routes.take(looks).questions(), out);
        }
    }
}
