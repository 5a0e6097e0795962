package smarttravel.ingest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import smarttravel.ingest.crawling.ledger.PostgresLogin;
import smarttravel.ingest.fetching.http.UserAgent;

/**
 * Everything that an ingest process can be told, with what holds when nothing is said.
 *
 * @param kafka bootstrap servers, {@code host:port,...}
 * @param providers folder of the providers' YAML files
 * @param plugins folder of jars with strategies of their own
 * @param workers pages that this process works on at once, besides urgent ones
 * @param contact where a site's owner can reach whoever crawls: an address of mail or web
 */
public record IngestConfig(
        String kafka, PostgresLogin postgres, Path providers, Optional<Path> plugins, int workers, String contact) {
    private static final int MOST_WORKERS = 64;

    public IngestConfig {
        UserAgent unused = new UserAgent("0", contact);
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("TRAVEL_WORKERS must be 1 to " + MOST_WORKERS + ", not " + workers);
        }
    }

    /**
     * Reads {@code TRAVEL_KAFKA}, {@code TRAVEL_POSTGRES_URL} (JDBC), {@code TRAVEL_POSTGRES_USER}, {@code
     * TRAVEL_POSTGRES_PASSWORD}, {@code TRAVEL_PROVIDERS}, {@code TRAVEL_PLUGINS}, {@code TRAVEL_WORKERS}, {@code
     * TRAVEL_CONTACT}.
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong
     */
    public static IngestConfig fromEnvironment(Map<String, String> environment) {
        return new IngestConfig(
                require(environment, "TRAVEL_KAFKA"),
                new PostgresLogin(
                        require(environment, "TRAVEL_POSTGRES_URL"),
                        require(environment, "TRAVEL_POSTGRES_USER"),
                        require(environment, "TRAVEL_POSTGRES_PASSWORD")),
                Path.of(environment.getOrDefault("TRAVEL_PROVIDERS", "providers")),
                find(environment, "TRAVEL_PLUGINS").map(Path::of),
                whole(environment, "TRAVEL_WORKERS", "4"),
                require(environment, "TRAVEL_CONTACT"));
    }

    private static String require(Map<String, String> environment, String name) {
        return find(environment, name).orElseThrow(() -> new IllegalArgumentException(name + " must be set"));
    }

    private static Optional<String> find(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int whole(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a whole number, not '" + value + "'", e);
        }
    }
}
