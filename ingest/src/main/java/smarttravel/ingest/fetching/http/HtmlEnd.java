package smarttravel.ingest.fetching.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells pages that were cut off where HTTP cannot: a stated length that is too short, or none at all. */
final class HtmlEnd {
    private static final int START = 2_048;

    private HtmlEnd() {}

    /** Whether it opens as a page of HTML and never closes. */
    static boolean isMissing(byte[] body) {
        String start = text(body, 0, Math.min(START, body.length));
        // the end may be followed by comments and scripts, so it is looked for from the back, everywhere
        return start.contains("<html") && lastIndexOfEnd(body) < 0;
    }

    private static int lastIndexOfEnd(byte[] body) {
        for (int i = body.length - 6; i >= 0; i--) {
            if (body[i] == '<' && body[i + 1] == '/' && text(body, i, 6).equals("</html")) {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] body, int from, int length) {
        return new String(body, from, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
