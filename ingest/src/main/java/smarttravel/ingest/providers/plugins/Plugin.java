package smarttravel.ingest.providers.plugins;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import smarttravel.ingest.providers.OfferedStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.providers.StrategyFailedException;

/** One jar of strategies, with its own classes and its own guard. */
public final class Plugin {
    private static final String SERVICE = ProviderStrategyFactory.class.getName();

    private final String jar;
    private final URLClassLoader classes;
    private final PluginGuard guard;
    private final List<OfferedStrategy> strategies;

    private Plugin(String jar, URLClassLoader classes, PluginGuard guard, List<OfferedStrategy> strategies) {
        this.jar = jar;
        this.classes = classes;
        this.guard = guard;
        this.strategies = List.copyOf(strategies);
    }

    /**
     * Loads a jar and makes its factories.
     *
     * @throws IOException when it is not a jar
     * @throws StrategyFailedException when its code does not get that far
     */
    static Plugin load(Path path, Duration limit) throws IOException {
        String jar = String.valueOf(path.getFileName());
        new JarFile(path.toFile()).close();
        URL[] where = {path.toUri().toURL()};
        URLClassLoader classes = new URLClassLoader(jar, where, new ExposedClasses(Plugin.class.getClassLoader()));
        PluginGuard guard = new PluginGuard(jar, classes, limit);
        try {
            List<OfferedStrategy> strategies = guard.call("loading", () -> offered(jar, classes, guard));
            if (strategies.isEmpty()) {
                throw new StrategyFailedException("no class is named in META-INF/services/" + SERVICE);
            }
            return new Plugin(jar, classes, guard, strategies);
        } catch (StrategyFailedException e) {
            guard.close();
            classes.close();
            throw guard.stopped().map(StrategyFailedException::new).orElse(e);
        }
    }

    private static List<OfferedStrategy> offered(String jar, ClassLoader classes, PluginGuard guard) {
        List<OfferedStrategy> strategies = new ArrayList<>();
        for (ProviderStrategyFactory factory : ServiceLoader.load(ProviderStrategyFactory.class, classes)) {
            String name = factory.name();
            strategies.add(new OfferedStrategy(name, new GuardedFactory(name, factory, guard), jar));
        }
        return strategies;
    }

    /** The jar's name. */
    public String jar() {
        return jar;
    }

    /** What providers' files may name. */
    public List<OfferedStrategy> strategies() {
        return strategies;
    }

    /** Why it was stopped; empty while it works. */
    public Optional<String> stopped() {
        return guard.stopped();
    }

    /** Threads that it keeps although they were interrupted. */
    public int abandonedThreads() {
        return guard.abandoned();
    }

    void close() throws IOException {
        guard.close();
        classes.close();
    }
}
