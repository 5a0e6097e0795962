package smarttravel.ingest.providers.observed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Makes a stranger's text harmless for whoever shows it or hands it to a language model: no markup, no characters that
 * nobody sees, no control characters, whitespace collapsed.
 */
final class PlainText {
    /** Each round undoes one layer of escaping; text that is escaped more often means harm. */
    private static final int MAX_ROUNDS = 8;

    private static final Pattern TAG_START = Pattern.compile("<+(?=[a-zA-Z/!?])");

    private PlainText() {}

    /** The text without all that; "" when nothing is left. */
    static String of(String text) {
        String before = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String after = withoutMarkup(visible(before));
            if (after.equals(before)) {
                return withoutOpenTags(after);
            }
            before = after;
        }
        return visible(before.replaceAll("[<>&]", " "));
    }

    /** An address of the web, or nothing: {@code javascript:} and half addresses are none. */
    static Optional<String> address(String text) {
        try {
            URI address = new URI(visible(text));
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address.toString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String withoutMarkup(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        return visible(Jsoup.parse(text).text());
    }

    /** A tag that begins at the text's end is text to the parser, and a tag again where more text follows. */
    private static String withoutOpenTags(String text) {
        return visible(TAG_START.matcher(text).replaceAll(""));
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                    kept.append(' ');
                }
            } else if (!isInvisible(character)) {
                kept.appendCodePoint(character);
            }
        });
        return kept.toString().stripTrailing();
    }

    private static boolean isInvisible(int character) {
        return Character.isISOControl(character)
                || between(character, 0xE0000, 0xE007F) // tags
                || between(character, 0xFE00, 0xFE0F) // variation selectors
                || between(character, 0x200B, 0x200F) // zero width, marks of direction
                || between(character, 0x202A, 0x202E) // overrides of direction
                || between(character, 0x2060, 0x206F) // word joiner, isolates
                || character == 0xFEFF;
    }

    private static boolean between(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
