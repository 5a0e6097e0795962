package smarttravel.ingest.crawling.plan;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.NewCrawl;
import smarttravel.ingest.crawling.ledger.PostgresCrawls;
import smarttravel.ingest.crawling.plan.CrawlPlan.Target;
import smarttravel.ingest.crawling.plan.PostgresCrawlRequests.Request;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.SearchCriteria;

/** Begins crawls: those whose time has come, and those that somebody asked for. */
final class Planner {
    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);
    private static final int PRIORITY_OF_REQUESTS = 0;

    private final CrawledProviders providers;
    private final PostgresPlans plans;
    private final PostgresCrawls crawls;
    private final PostgresCrawlRequests requests;
    private final Clock clock;

    Planner(
            CrawledProviders providers,
            PostgresPlans plans,
            PostgresCrawls crawls,
            PostgresCrawlRequests requests,
            Clock clock) {
        this.providers = providers;
        this.plans = plans;
        this.crawls = crawls;
        this.requests = requests;
        this.clock = clock;
    }

    /** Brings the plans up to what files, watches and prices say now. */
    void refreshPlans() {
        List<Target> watched = plans.watched();
        List<CrawlPlan> all = new ArrayList<>();
        for (Provider provider : providers.all()) {
            all.addAll(PlanRules.plans(provider.file(), watched, plans.volatileDestinations(provider.id())));
        }
        plans.replaceAll(all);
    }

    /** Begins what is due, but for sites that are left alone now. */
    void beginDue() {
        for (CrawlPlan plan : plans.due()) {
            providers.find(plan.provider()).filter(this::mayBeAsked).ifPresent(provider -> begin(plan, provider));
        }
    }

    private void begin(CrawlPlan plan, Provider provider) {
        List<PageRequest> pages = firstPages(provider, plan.target().criteria());
        Optional<Long> crawl = Optional.empty();
        if (!pages.isEmpty()) {
            crawl = Optional.of(crawls.begin(new NewCrawl(
                    plan.provider(),
                    plan.target().criteria(),
                    NewCrawl.Reason.PLAN,
                    Optional.empty(),
                    Lane.USUAL,
                    plan.why().priority(),
                    pages)));
        }
        plans.started(plan, crawl);
    }

    /** Begins what somebody asked for. */
    int takeRequests() {
        return requests.take(this::crawls);
    }

    private List<NewCrawl> crawls(Request request) {
        List<NewCrawl> begun = new ArrayList<>();
        for (Provider provider : providers.all()) {
            boolean meant = request.provider().map(provider.id()::equals).orElse(true);
            List<PageRequest> pages =
                    meant && mayBeAsked(provider) ? firstPages(provider, request.criteria()) : List.of();
            if (!pages.isEmpty()) {
                begun.add(new NewCrawl(
                        provider.id(),
                        request.criteria(),
                        request.reason(),
                        Optional.of(request.id()),
                        request.lane(),
                        PRIORITY_OF_REQUESTS,
                        pages));
            }
        }
        return begun;
    }

    /** None of a strategy that fails: it must not keep the others from being asked. */
    private static List<PageRequest> firstPages(Provider provider, SearchCriteria criteria) {
        try {
            return provider.strategy().begin(criteria);
        } catch (RuntimeException e) {
            LOG.warn("{} does not say what to ask it", provider.id(), e);
            return List.of();
        }
    }

    private boolean mayBeAsked(Provider provider) {
        return !QuietHours.of(provider.file().schedule()).include(clock.instant());
    }
}
