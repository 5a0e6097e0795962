package smarttravel.ingest.providers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import smarttravel.ingest.yaml.Spelling;

/**
 * Every provider of a folder of YAML files. A file that cannot be used is a {@link Trouble} and costs no other file
 * anything. Safe for use by several threads.
 */
public final class Providers {
    private final Map<String, OfferedStrategy> strategies = new LinkedHashMap<>();
    private final Map<String, Provider> byId = new LinkedHashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private Providers(List<OfferedStrategy> offered) {
        offered.forEach(this::offer);
    }

    /**
     * Reads the files of a folder whose names end in {@code .yaml} or {@code .yml}, in the order of their names.
     *
     * @param plugins strategies beside the built-in ones, which cannot be replaced
     * @throws IOException when the folder itself cannot be read
     */
    public static Providers read(Path folder, List<OfferedStrategy> plugins) throws IOException {
        List<OfferedStrategy> all = new ArrayList<>(builtIn());
        all.addAll(plugins);
        Providers providers = new Providers(all);
        for (Path file : yamlFiles(folder)) {
            providers.add(file);
        }
        return providers;
    }

    /** The strategies that are part of the product. */
    public static List<OfferedStrategy> builtIn() {
        ServiceLoader<ProviderStrategyFactory> found =
                ServiceLoader.load(ProviderStrategyFactory.class, Providers.class.getClassLoader());
        return found.stream()
                .map(ServiceLoader.Provider::get)
                .map(factory -> new OfferedStrategy(factory.name(), factory, OfferedStrategy.BUILT_IN))
                .toList();
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            String.valueOf(file.getFileName()).matches("[^.].*[.]ya?ml") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such folder of providers");
        }
    }

    private void offer(OfferedStrategy strategy) {
        OfferedStrategy first = strategies.putIfAbsent(strategy.name(), strategy);
        if (first != null) {
            troubles.add(new Trouble(
                    strategy.source(), "strategy '" + strategy.name() + "' is already there from " + first.source()));
        }
    }

    private void add(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            ProviderFile file = ProviderFileReader.read(path);
            OfferedStrategy strategy = strategies.get(file.strategy());
            if (strategy == null) {
                troubles.add(
                        new Trouble(name, "there is no strategy '" + file.strategy() + "'" + hint(file.strategy())));
            } else if (byId.containsKey(file.id())) {
                troubles.add(new Trouble(name, "another file has the id '" + file.id() + "'"));
            } else {
                byId.put(file.id(), new Provider(file, strategy.factory().create(file), strategy.source()));
            }
        } catch (IOException | RuntimeException e) {
            troubles.add(
                    new Trouble(name, String.valueOf(e.getMessage()).replaceFirst("^\\Q" + name + "\\E:", "line ")));
        }
    }

    private String hint(String name) {
        String meant = Spelling.hint(name, strategies.keySet());
        return meant.isEmpty() ? "; there are: " + String.join(", ", strategies.keySet()) : meant;
    }

    /** The providers that can be asked, in the order of their files' names. */
    public List<Provider> all() {
        return List.copyOf(byId.values());
    }

    /** The provider with that id. */
    public Optional<Provider> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The provider whose pages that host has: the host itself before the domains it belongs to. */
    public Optional<Provider> forHost(String host) {
        String domain = host.toLowerCase(Locale.ROOT);
        while (!domain.isEmpty()) {
            String searched = domain;
            Optional<Provider> found = byId.values().stream()
                    .filter(provider -> provider.file().hosts().contains(searched))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            domain = domain.substring(domain.indexOf('.') < 0 ? domain.length() : domain.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    /** Files and strategies that cannot be used, and why. */
    public List<Trouble> troubles() {
        return List.copyOf(troubles);
    }
}
