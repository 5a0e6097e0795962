package smarttravel.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** One page with its style and script inside, and the policy that lets a browser run exactly those two. */
record DocsPage(String html, String contentSecurityPolicy) {
    static DocsPage load() {
        String style = resource("docs.css");
        String script = resource("docs.js");
        String html = resource("docs.html").replace("/*style*/", style).replace("/*script*/", script);
        String policy = "default-src 'none'; connect-src 'self'; img-src data:; style-src 'sha256-" + hash(style)
                + "'; script-src 'sha256-" + hash(script)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return new DocsPage(html, policy);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(DocsPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
