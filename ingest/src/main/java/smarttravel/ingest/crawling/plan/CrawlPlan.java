package smarttravel.ingest.crawling.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import smarttravel.ingest.providers.SearchCriteria;

/**
 * What is asked of a provider again and again.
 *
 * @param target what is asked for
 * @param every from the beginning of one crawl to that of the next
 */
record CrawlPlan(String provider, Target target, Why why, Duration every) {

    /** Why; what comes first goes first. */
    enum Why {
        WATCHED(1),
        VOLATILE(2),
        ROUTE(3),
        EVERYTHING(4);

        private final int priority;

        Why(int priority) {
            this.priority = priority;
        }

        /** The lowest goes first. */
        int priority() {
            return priority;
        }
    }

    /** Everything, a destination, or departures to it. */
    record Target(Optional<String> destination, Optional<LocalDate> departureFrom, Optional<LocalDate> departureTo) {
        static final Target EVERYTHING = new Target(Optional.empty(), Optional.empty(), Optional.empty());

        static Target to(String destination) {
            return new Target(Optional.of(destination), Optional.empty(), Optional.empty());
        }

        SearchCriteria criteria() {
            return new SearchCriteria(
                    Optional.empty(),
                    Optional.empty(),
                    destination,
                    departureFrom,
                    departureTo,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());
        }
    }
}
