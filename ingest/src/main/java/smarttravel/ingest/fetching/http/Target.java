package smarttravel.ingest.fetching.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import smarttravel.ingest.fetching.http.ExchangeException.Problem;

/**
 * An address of a page that could be asked for, as far as its text tells. {@link URI} is the only parser: nothing else
 * reads the address again.
 *
 * @param scheme http or https
 * @param host in lower case, an address of version 6 without brackets
 * @param privateNetwork whether it may lead to this machine or network
 */
public record Target(URI address, String scheme, String host, int port, boolean privateNetwork) {
    private static final int LONGEST = 4_096;
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443, 8080, 8443);
    private static final int FIRST_USER_PORT = 1_024;
    // what other readers of addresses take for one of version 4: the last label is a number
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");
    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(?:0|[1-9]\\d{0,2})\\.(?:0|[1-9]\\d{0,2})\\.(?:0|[1-9]\\d{0,2})\\.(?:0|[1-9]\\d{0,2})");

    /**
     * Reads an address.
     *
     * @throws ExchangeException when no page can be there
     */
    public static Target of(URI address, boolean privateNetwork) throws ExchangeException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        require(scheme.equals("http") || scheme.equals("https"), "'" + scheme + "' is not http or https");
        require(address.toString().length() <= LONGEST, "the address is longer than " + LONGEST + " characters");
        require(address.getHost() != null && !address.getHost().isEmpty(), "the address names no host");
        require(address.getRawUserInfo() == null, "the address names a user");
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        requireHost(host);
        int port = address.getPort() == -1 ? usualPort(scheme) : address.getPort();
        require(
                WEB_PORTS.contains(port) || (privateNetwork && port >= FIRST_USER_PORT && port <= 65_535),
                "port " + port + " is not a site's");
        return new Target(address, scheme, host, port, privateNetwork);
    }

    private static void requireHost(String host) throws ExchangeException {
        require(host.indexOf('%') < 0, "the host '" + host + "' names an interface");
        require(!host.endsWith("."), "the host '" + host + "' ends with a dot");
        require(
                host.indexOf(':') >= 0
                        || !ENDS_IN_NUMBER.matcher(host).matches()
                        || FOUR_NUMBERS.matcher(host).matches(),
                "the host '" + host + "' can be read as several addresses");
    }

    private static void require(boolean fine, String complaint) throws ExchangeException {
        if (!fine) {
            throw new ExchangeException(Problem.ADDRESS, complaint);
        }
    }

    /** Scheme, host and port, the latter unless it is the scheme's own: what a robots.txt speaks for. */
    public String authority() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return scheme + "://" + shown + (port == usualPort(scheme) ? "" : ":" + port);
    }

    private static int usualPort(String scheme) {
        return scheme.equals("http") ? 80 : 443;
    }

    /** Who is asked: the host, with its port where that is not the usual one of a site. */
    public String hostKey() {
        return port == 80 || port == 443 ? host : host + ":" + port;
    }
}
