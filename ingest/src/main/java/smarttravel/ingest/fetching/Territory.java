package smarttravel.ingest.fetching;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.providers.ProviderFile;

/** The hosts where a provider's pages may be: what its file names, with their subdomains and sister domains. */
record Territory(List<String> hosts) {

    static Territory of(ProviderFile provider) {
        Stream<String> starts = provider.start().stream()
                .map(start -> start.getHost())
                .filter(Objects::nonNull)
                .map(host -> host.toLowerCase(Locale.ROOT));
        return new Territory(Stream.concat(provider.hosts().stream(), starts)
                .map(Territory::bare)
                .toList());
    }

    /** Whether a page there is the provider's; a provider that names no host has no borders. */
    boolean mayAsk(String host) {
        return hosts.isEmpty() || hosts.stream().anyMatch(own -> covers(own, host) || sameDomain(own, host));
    }

    /** Whether a page may send there. */
    boolean mayBeSent(String from, String to) {
        return sameDomain(from, to) || hosts.stream().anyMatch(own -> covers(own, to));
    }

    private static boolean covers(String own, String host) {
        return host.equals(own) || (host.endsWith("." + own) && domain(own) != null);
    }

    private static boolean sameDomain(String one, String other) {
        String domain = domain(one);
        return one.equals(other) || (domain != null && domain.equals(domain(other)));
    }

    /** What somebody registered, e.g. {@code example.com.ar}; absent for addresses and for suffixes themselves. */
    private static @Nullable String domain(String host) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[\\d.]+");
        return address ? null : EffectiveTldFinder.getAssignedDomain(host, true, false);
    }

    private static String bare(String host) {
        String open = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return open.replaceFirst("^([^:]+):\\d+$", "$1");
    }
}
