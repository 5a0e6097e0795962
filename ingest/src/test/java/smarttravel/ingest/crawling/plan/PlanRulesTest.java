package smarttravel.ingest.crawling.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.crawling.plan.CrawlPlan.Target;
import smarttravel.ingest.crawling.plan.CrawlPlan.Why;
import smarttravel.ingest.crawling.testing.LineSite;
import smarttravel.ingest.crawling.testing.MovableClock;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFile.Schedule;

class PlanRulesTest {
    private static final Target WATCHED = new Target(
            Optional.of("CUN"), Optional.of(LocalDate.of(2027, 1, 10)), Optional.of(LocalDate.of(2027, 1, 20)));

    @Test
    void whatIsWatchedOrMovesIsCrawledMoreOften() {
        List<CrawlPlan> plans = PlanRules.plans(file(Duration.ofHours(8), "PUJ"), List.of(WATCHED), List.of("MIA"));

        assertThat(plans)
                .containsExactly(
                        new CrawlPlan(LineSite.ID, WATCHED, Why.WATCHED, Duration.ofHours(2)),
                        new CrawlPlan(LineSite.ID, Target.to("PUJ"), Why.ROUTE, Duration.ofHours(2)),
                        new CrawlPlan(LineSite.ID, Target.to("MIA"), Why.VOLATILE, Duration.ofHours(4)),
                        new CrawlPlan(LineSite.ID, Target.EVERYTHING, Why.EVERYTHING, Duration.ofHours(8)));
    }

    @Test
    void aRouteWhosePricesMoveIsAskedForOnce() {
        List<CrawlPlan> plans = PlanRules.plans(file(Duration.ofHours(8), "PUJ"), List.of(), List.of("PUJ"));

        assertThat(plans).extracting(CrawlPlan::why).containsExactly(Why.ROUTE, Why.EVERYTHING);
    }

    @Test
    void nothingIsCrawledMoreOftenThanEveryFiveMinutesUnlessItsFileSaysSo() {
        assertThat(PlanRules.plans(file(Duration.ofMinutes(10), "PUJ"), List.of(), List.of()))
                .extracting(CrawlPlan::every)
                .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(10));
        assertThat(PlanRules.plans(file(Duration.ofMinutes(1), "PUJ"), List.of(), List.of()))
                .extracting(CrawlPlan::every)
                .containsOnly(Duration.ofMinutes(1));
    }

    @Test
    void aProviderWithoutAScheduleIsLeftAlone() {
        ProviderFile never = new LineSite(new MovableClock()).provider().file();

        assertThat(PlanRules.plans(never, List.of(WATCHED), List.of("MIA"))).isEmpty();
    }

    private static ProviderFile file(Duration every, String route) {
        Schedule schedule = new Schedule(Optional.of(every), Optional.empty(), List.of(route));
        return new LineSite(new MovableClock()).scheduled(schedule).provider().file();
    }
}
