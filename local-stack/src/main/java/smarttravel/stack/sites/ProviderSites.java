package smarttravel.stack.sites;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import smarttravel.events.PriceObservation;
import smarttravel.stack.simulation.SimulatedMarket;

/**
 * Web sites that show a simulated market as its providers would: what is read from them on a day can be compared with
 * what {@link SimulatedMarket#onSale} says of that day.
 */
public final class ProviderSites implements AutoCloseable {
    private static final List<SiteProfile> PROFILES = List.of(
            new SiteProfile("aero", new AeroPages(), true, Duration.ZERO),
            new SiteProfile("ola", new OlaPages(), true, Duration.ZERO),
            new SiteProfile("luna", ListedPages.luna(), false, Duration.ofMillis(50)),
            new SiteProfile("sol", ListedPages.sol(), true, Duration.ZERO));

    private final Map<String, ProviderSite> sites = new LinkedHashMap<>();

    private ProviderSites() {}

    /**
     * Starts every provider's site.
     *
     * @param today the sites' date, asked at every request; after the market's last day it stays that day
     * @param clock tells the access logs when requests came
     */
    public static ProviderSites start(SimulatedMarket market, Supplier<LocalDate> today, Clock clock) {
        return start(market, today, clock, 0);
    }

    /**
     * Starts every provider's site with copies of its hotel offers under other names, enough for crawls that take long.
     *
     * @param atLeast how many offers each provider of hotels or packages has on every day on which it has any
     */
    public static ProviderSites start(SimulatedMarket market, Supplier<LocalDate> today, Clock clock, int atLeast) {
        ProviderSites all = new ProviderSites();
        Supplier<LocalDate> day = () -> earlier(today.get(), market.lastDay());
        try {
            for (SiteProfile profile : PROFILES) {
                Stock stock =
                        new Stock(market.cities(), day, on -> ManyOffers.of(onSale(market, on, profile.id()), atLeast));
                all.sites.put(profile.id(), ProviderSite.start(profile, stock, clock));
            }
            return all;
        } catch (IOException e) {
            all.close();
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<PriceObservation> onSale(SimulatedMarket market, LocalDate day, String provider) {
        return market.onSale(day).stream()
                .filter(offer -> offer.provider().equals(provider))
                .toList();
    }

    /** Every site. */
    public List<ProviderSite> all() {
        return List.copyOf(sites.values());
    }

    /** A provider's site. */
    public ProviderSite site(String provider) {
        ProviderSite site = sites.get(provider);
        if (site == null) {
            throw new IllegalArgumentException("no site of '" + provider + "', only of " + sites.keySet());
        }
        return site;
    }

    /**
     * Writes the providers' files, as ingestion wants them, with the addresses of these sites.
     *
     * @return the folder
     */
    public Path writeProviderFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ProviderSite site : sites.values()) {
            Files.writeString(folder.resolve(site.id() + ".yaml"), providerFile(site));
        }
        return folder;
    }

    private static String providerFile(ProviderSite site) throws IOException {
        try (InputStream file = ProviderSites.class.getResourceAsStream("/providers/" + site.id() + ".yaml")) {
            if (file == null) {
                throw new IOException("no provider file of " + site.id());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("https://" + site.id() + ".example", site.address().toString())
                    .replace(site.id() + ".example", site.address().getHost());
        }
    }

    @Override
    public void close() {
        sites.values().forEach(ProviderSite::close);
    }
}
