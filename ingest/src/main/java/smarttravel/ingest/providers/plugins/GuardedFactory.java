package smarttravel.ingest.providers.plugins;

import java.util.Objects;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.yaml.YamlFileException;

/** A plug-in's factory, asked only through its guard. That it complains about a provider's file is no failure of it. */
record GuardedFactory(String name, ProviderStrategyFactory factory, PluginGuard guard)
        implements ProviderStrategyFactory {

    private sealed interface Answer {
        record Made(ProviderStrategy strategy) implements Answer {}

        record Complaint(YamlFileException complaint) implements Answer {}
    }

    @Override
    public ProviderStrategy create(ProviderFile file) {
        Answer answer = guard.call("create for " + file.id(), () -> ask(file));
        if (answer instanceof Answer.Made made) {
            return new GuardedStrategy(file.id(), made.strategy(), guard);
        }
        throw ((Answer.Complaint) answer).complaint();
    }

    private Answer ask(ProviderFile file) {
        try {
            return new Answer.Made(Objects.requireNonNull(factory.create(file), "no strategy"));
        } catch (YamlFileException e) {
            return new Answer.Complaint(e);
        }
    }
}
