package smarttravel.api.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a key: {@code stk_} and 256 random bits. Never printed, never stored, only its SHA-256 is. */
public final class KeyText {
    private static final String START = "stk_";
    private static final int PREFIX = 8;
    private static final Pattern SHAPE = Pattern.compile(START + "[A-Za-z0-9_-]{43}");

    private final String text;

    private KeyText(String text) {
        this.text = text;
    }

    /** Empty when the text does not have a key's shape. */
    public static Optional<KeyText> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new KeyText(text)) : Optional.empty();
    }

    /** A new key. */
    public static KeyText random(SecureRandom random) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return new KeyText(START + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The key itself: to be shown once, to whom it is given. */
    public String reveal() {
        return text;
    }

    /** The first characters behind {@code stk_}: enough to tell keys apart, too few to guess the rest. */
    public String prefix() {
        return text.substring(START.length(), START.length() + PREFIX);
    }

    /** SHA-256 of the key. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }

    @Override
    public String toString() {
        return START + prefix() + "…";
    }
}
