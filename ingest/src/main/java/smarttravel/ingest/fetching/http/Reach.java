package smarttravel.ingest.fetching.http;

import java.net.InetAddress;
import java.util.List;

/**
 * Where an address leads, by an explicit table rather than by what {@link InetAddress} calls local. From the IANA
 * special-purpose address registries (RFC 6890 and its updates). Addresses of version 6 that carry one of version 4 are
 * nowhere, even if the inner one is public: nobody publishes a site under them.
 */
enum Reach {
    /** The internet. */
    PUBLIC,
    /** This machine or the network that it stands in. */
    PRIVATE,
    /** Nobody's site: link-local (also where clouds keep credentials), multicast, documentation, reserved, tunnels. */
    NOWHERE;

    private static final List<Network> PRIVATE_NETWORKS =
            Network.all("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "::1/128");

    private static final List<Network> NO_SITES = Network.all(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    // of version 6 only what is given out to networks counts as public
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");
    private static final List<Network> NO_SITES_OF_SIX =
            Network.all("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (in(PRIVATE_NETWORKS, bytes)) {
            return PRIVATE;
        }
        if (bytes.length == 4) {
            return in(NO_SITES, bytes) ? NOWHERE : PUBLIC;
        }
        return GLOBAL_UNICAST.contains(bytes) && !in(NO_SITES_OF_SIX, bytes) ? PUBLIC : NOWHERE;
    }

    private static boolean in(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
