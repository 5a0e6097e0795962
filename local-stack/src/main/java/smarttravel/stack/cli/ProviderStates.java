package smarttravel.stack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.Providers;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.providers.StrategyFailedException;
import smarttravel.ingest.providers.Trouble;

/**
 * Every provider and how it is.
 *
 * @param troubles files and plug-ins that cannot be used
 */
record ProviderStates(List<ProviderState> providers, List<Trouble> troubles) {

    /**
     * A provider and how it is.
     *
     * @param stopped why its strategy was stopped; empty when it works
     * @param quarantine why its prices are held by the running stack; empty when they are published, or nothing runs
     */
    record ProviderState(Provider provider, Optional<String> stopped, Optional<String> quarantine) {}

    /**
     * Asks each strategy for its first pages, so that one that does harm is known.
     *
     * @param quarantines reasons by the ids of the providers that are in quarantine
     */
    static ProviderStates of(Providers providers, List<Trouble> plugins, Map<String, String> quarantines) {
        List<ProviderState> states = new ArrayList<>();
        for (Provider provider : providers.all()) {
            states.add(new ProviderState(
                    provider,
                    tried(provider),
                    Optional.ofNullable(quarantines.get(provider.file().id()))));
        }
        List<Trouble> troubles = new ArrayList<>(providers.troubles());
        troubles.addAll(plugins);
        return new ProviderStates(states, troubles);
    }

    private static Optional<String> tried(Provider provider) {
        try {
            provider.strategy().begin(SearchCriteria.EVERYTHING);
            return Optional.empty();
        } catch (StrategyFailedException e) {
            return Optional.of(provider.stopped().orElse(String.valueOf(e.getMessage())));
        }
    }
}
