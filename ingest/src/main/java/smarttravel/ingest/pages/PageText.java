package smarttravel.ingest.pages;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text as browsers do it (HTML standard, "determining the character encoding"): a byte order mark wins, then the
 * header, then a declaration near the page's start; without any, UTF-8 when it is that, else windows-1252.
 */
final class PageText {
    private static final Pattern CHARSET =
            Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)");
    /** What declares a page's charset inside it; scripts and links have an attribute of that name for what they point to. */
    private static final Pattern DECLARATION =
            Pattern.compile("(?i)<meta\\s[^>]*?(charset\\s*=[^>]*)|<\\?xml\\s[^>]*?(encoding\\s*=[^>]*)");

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SEARCHED_BYTES = 4_096;

    private PageText() {}

    static String decode(byte[] bytes, @Nullable String contentType) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        Charset declared = named(contentType);
        if (declared == null) {
            declared = declaredInside(bytes);
        }
        return declared == null ? guessed(bytes) : new String(bytes, declared);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset declaredInside(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, SEARCHED_BYTES), StandardCharsets.ISO_8859_1);
        Matcher declarations = DECLARATION.matcher(COMMENT.matcher(start).replaceAll(" "));
        Charset declared = null;
        while (declared == null && declarations.find()) {
            declared = named(declarations.group());
        }
        // a page whose declaration could be read as ASCII is not UTF-16
        return declared != null && declared.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : declared;
    }

    private static @Nullable Charset named(@Nullable String text) {
        Matcher found = CHARSET.matcher(text == null ? "" : text);
        if (!found.find()) {
            return null;
        }
        try {
            Charset charset = Charset.forName(found.group(1));
            boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return latin ? WINDOWS_1252 : charset;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
