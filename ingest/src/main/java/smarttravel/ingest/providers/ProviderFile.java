package smarttravel.ingest.providers;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import smarttravel.events.Kind;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.yaml.YamlMap;

/**
 * What a provider's YAML says, whatever its strategy.
 *
 * @param id the observations' {@code provider}
 * @param strategy name of the {@link ProviderStrategyFactory}
 * @param hosts whose pages it reads: a host also stands for its subdomains
 * @param start pages that a crawl of everything begins with, for strategies that need to be told; braces, of which
 *     strategies may make placeholders, are percent-encoded in them
 * @param currency what a bare sign such as $ means there
 * @param constants fields of {@link smarttravel.ingest.offers.OfferField} that hold for every offer, by name
 * @param rules everything of the strategy's own: selectors, a feed's mapping
 */
public record ProviderFile(
        String id,
        String name,
        String strategy,
        List<String> hosts,
        List<URI> start,
        Optional<Kind> kind,
        Optional<String> currency,
        Optional<Locale> locale,
        Manners manners,
        Schedule schedule,
        Map<String, String> constants,
        Optional<YamlMap> rules) {

    /** Whether the address is on one of its hosts or their subdomains. */
    public boolean reads(URI address) {
        String host = address.getHost();
        if (host == null) {
            return false;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(ours -> lower.equals(ours) || lower.endsWith("." + ours));
    }

    /** What settles a bare sign in the provider's prices. */
    public PriceHint priceHint() {
        return new PriceHint(currency, locale);
    }

    /**
     * How its site is treated.
     *
     * @param concurrency pages at the same time, over all processes
     * @param delay between the starts of two fetches
     * @param privateNetwork whether its addresses may be those of this machine or network
     */
    public record Manners(int concurrency, Duration delay, Duration deadline, long maxBytes, boolean privateNetwork) {
        /** One page at a time, one a second, 15 s and 8 MiB at most, on public addresses only. */
        public static final Manners DEFAULT =
                new Manners(1, Duration.ofSeconds(1), Duration.ofSeconds(15), 8L << 20, false);
    }

    /**
     * When it is crawled.
     *
     * @param every from the start of one crawl to the next; never when absent
     * @param quiet local times when its site is left alone, e.g. {@code 01:00-06:00 America/Argentina/Buenos_Aires}
     * @param routes what is crawled more often than everything: criteria's destination codes
     */
    public record Schedule(Optional<Duration> every, Optional<String> quiet, List<String> routes) {
        /** Only when asked to. */
        public static final Schedule NEVER = new Schedule(Optional.empty(), Optional.empty(), List.of());
    }
}
