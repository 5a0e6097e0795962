package smarttravel.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import smarttravel.api.searches.LiveSearch;
import smarttravel.api.searches.LiveSearch.AnsweredFrom;
import smarttravel.api.searches.LiveSearch.ProviderProgress;
import smarttravel.api.searches.LiveSearch.State;
import smarttravel.api.searches.SearchCriteria;
import smarttravel.api.searches.Searches;

/** Searches that one provider serves; whatever is begun has the same id. */
final class SearchesInMemory implements Searches {
    static final UUID KNOWN = UUID.fromString("7d3f0a52-93f0-4c2c-8a7e-0d9f3a1b2c4d");

    final List<SearchCriteria> begun = new CopyOnWriteArrayList<>();

    @Override
    public LiveSearch begin(SearchCriteria criteria) {
        begun.add(criteria);
        return search(criteria);
    }

    @Override
    public Optional<LiveSearch> find(UUID id) {
        SearchCriteria anything = new SearchCriteria(null, null, "CUN", null, null, null, null, null);
        return id.equals(KNOWN) ? Optional.of(search(anything)) : Optional.empty();
    }

    private static LiveSearch search(SearchCriteria criteria) {
        Instant started = RunningApi.NOON.instant();
        return new LiveSearch(
                KNOWN,
                State.RUNNING,
                AnsweredFrom.LIVE,
                criteria,
                started,
                started.plusSeconds(30),
                started,
                List.of(new ProviderProgress("ola", false, 3, 1, 0, 20)));
    }
}
