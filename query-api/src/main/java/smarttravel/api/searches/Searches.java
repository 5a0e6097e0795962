package smarttravel.api.searches;

import java.util.Optional;
import java.util.UUID;

/** Begins live searches and tells how they are. */
public interface Searches {
    /** Begins a search; one that was asked for a short while ago is not asked again but answered from what it found. */
    LiveSearch begin(SearchCriteria criteria);

    /** How a search is now. */
    Optional<LiveSearch> find(UUID id);
}
