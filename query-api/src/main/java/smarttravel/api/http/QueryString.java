package smarttravel.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.api.problems.InvalidRequestException;

/** Reads a query string strictly: what is no UTF-8 behind no well-formed percent sign is refused, never guessed. */
final class QueryString {
    private QueryString() {}

    /** All values of every name, in the order they came. */
    static Map<String, List<String>> parse(@Nullable String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return values;
        }
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals), "(query)");
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1), name);
                values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
            }
        }
        return values;
    }

    private static String decode(String text, String parameter) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.put(hexPair(text, i + 1, parameter));
                i += 2;
            } else if (c == '+') {
                bytes.put((byte) ' ');
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequestException(parameter, "is not UTF-8");
        }
    }

    private static byte hexPair(String text, int at, String parameter) {
        int high = at + 1 < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw new InvalidRequestException(parameter, "has a percent sign without two hexadecimal digits");
        }
        return (byte) (high << 4 | low);
    }
}
