package smarttravel.api.searches;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import smarttravel.api.http.Meaning;

/** A live search as it stands. */
public record LiveSearch(
        UUID id,
        State state,
        AnsweredFrom answeredFrom,
        SearchCriteria criteria,
        Instant startedAt,
        @Meaning("when it is closed with what came") Instant closesAt,

        @Meaning(
                "offers seen then or later belong to it; earlier than startedAt when it is answered from an earlier search")
        Instant offersSince,

        List<ProviderProgress> providers) {

    /** Whether more may come. */
    public enum State {
        RUNNING,
        COMPLETE,
        TIMED_OUT
    }

    /** Where the offers come from. */
    public enum AnsweredFrom {
        /** Providers were asked for this search. */
        LIVE,
        /** The same was asked a short while ago. */
        LATEST_OBSERVATIONS
    }

    /**
     * How far one provider is.
     *
     * @param pages known so far; a page may lead to more
     */
    public record ProviderProgress(
            String provider, boolean finished, int pages, int pagesRead, int pagesFailed, int offers) {}
}
