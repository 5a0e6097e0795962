package smarttravel.ingest.crawling.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.ingest.crawling.plan.CrawlPlan.Target;
import smarttravel.ingest.crawling.plan.CrawlPlan.Why;
import smarttravel.ingest.providers.ProviderFile;

/**
 * What a provider is asked, and how often: everything as often as its file says; routes of its file and departures that
 * clients watch four times, markets where prices move twice as often.
 */
final class PlanRules {
    private static final int OFTEN = 4;
    private static final int MORE_OFTEN = 2;
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private PlanRules() {}

    /**
     * The plans of a provider; none when its file does not say how often.
     *
     * @param volatileDestinations where many prices changed between its last crawls
     */
    static List<CrawlPlan> plans(ProviderFile provider, List<Target> watched, List<String> volatileDestinations) {
        Optional<Duration> every = provider.schedule().every();
        if (every.isEmpty()) {
            return List.of();
        }
        Duration often = shorter(every.get(), OFTEN);
        Map<Target, CrawlPlan> plans = new LinkedHashMap<>();
        watched.forEach(target -> add(plans, provider, target, Why.WATCHED, often));
        provider.schedule().routes().forEach(route -> add(plans, provider, Target.to(route), Why.ROUTE, often));
        volatileDestinations.forEach(destination ->
                add(plans, provider, Target.to(destination), Why.VOLATILE, shorter(every.get(), MORE_OFTEN)));
        add(plans, provider, Target.EVERYTHING, Why.EVERYTHING, every.get());
        return new ArrayList<>(plans.values());
    }

    /** The first reason of a target stays: they are added from the most frequent to the least. */
    private static void add(
            Map<Target, CrawlPlan> plans, ProviderFile provider, Target target, Why why, Duration every) {
        plans.putIfAbsent(target, new CrawlPlan(provider.id(), target, why, every));
    }

    private static Duration shorter(Duration every, int times) {
        Duration part = every.dividedBy(times);
        Duration bounded = part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
        return bounded.compareTo(every) < 0 ? bounded : every;
    }
}
