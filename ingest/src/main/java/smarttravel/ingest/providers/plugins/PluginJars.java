package smarttravel.ingest.providers.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import smarttravel.ingest.providers.OfferedStrategy;
import smarttravel.ingest.providers.StrategyFailedException;
import smarttravel.ingest.providers.Trouble;

/** Every jar of a folder of plug-ins, loaded at start. One that cannot be loaded costs the others nothing. */
public final class PluginJars implements AutoCloseable {
    /** How long one call into a plug-in may take. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final List<Plugin> plugins = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private PluginJars() {}

    /**
     * Loads the jars in the order of their names; a folder that does not exist has none.
     *
     * @param limit how long one call into a plug-in may take
     */
    public static PluginJars load(Path folder, Duration limit) throws IOException {
        PluginJars jars = new PluginJars();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .toList()) {
                    jars.add(jar, limit);
                }
            }
        }
        return jars;
    }

    private void add(Path jar, Duration limit) {
        String name = String.valueOf(jar.getFileName());
        try {
            plugins.add(Plugin.load(jar, limit));
        } catch (IOException e) {
            troubles.add(new Trouble(name, "it is not a jar: " + e.getMessage()));
        } catch (StrategyFailedException e) {
            troubles.add(new Trouble(name, String.valueOf(e.getMessage())));
        }
    }

    /** The jars that could be loaded. */
    public List<Plugin> plugins() {
        return List.copyOf(plugins);
    }

    /** What they offer. */
    public List<OfferedStrategy> strategies() {
        return plugins.stream().flatMap(plugin -> plugin.strategies().stream()).toList();
    }

    /** The jars that could not be loaded, and why. */
    public List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() throws IOException {
        for (Plugin plugin : plugins) {
            plugin.close();
        }
    }
}
