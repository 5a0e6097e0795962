package smarttravel.ingest.crawling.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When two addresses are one page: what RFC 3986, section 6.2.2 and 6.2.3, calls equivalent, without the fragment. */
final class PageKey {
    private PageKey() {}

    /** The address in its normal form. */
    static String normal(URI address) {
        URI plain = address.normalize();
        String scheme = lower(plain.getScheme());
        StringBuilder text = new StringBuilder(scheme).append("://").append(lower(plain.getHost()));
        int port = plain.getPort();
        if (port >= 0 && port != usualPort(scheme)) {
            text.append(':').append(port);
        }
        String path = plain.getRawPath();
        text.append(path == null || path.isEmpty() ? "/" : path);
        if (plain.getRawQuery() != null) {
            text.append('?').append(plain.getRawQuery());
        }
        return text.toString();
    }

    /** A digest of the normal form, of the same length for every address. */
    static byte[] digest(URI address) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(normal(address).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
