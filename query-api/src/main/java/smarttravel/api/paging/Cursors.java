package smarttravel.api.paging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals positions into opaque cursors and opens them again: {@code base64url(mac ‖ values)} with HMAC-SHA-256 (RFC 2104)
 * over what the cursor is bound to and the values. A cursor that was changed, or made for another query, does not open.
 */
public final class Cursors {
    /** The longest cursor that is looked at. */
    public static final int MAX_LENGTH = 4_096;

    private static final int MAC_BYTES = 32;
    private static final byte VERSION = 1;

    private final SecretKeySpec key;

    /**
     * Cursors stay valid across restarts and replicas as long as the secret stays the same.
     *
     * @param secret at least 16 bytes
     */
    public Cursors(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("the cursor secret wants at least 16 bytes");
        }
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The cursor that says this position, for the query it is bound to only. */
    public String seal(String binding, Position position) {
        byte[] values = write(position);
        byte[] mac = mac(binding, values);
        byte[] token = Arrays.copyOf(mac, MAC_BYTES + values.length);
        System.arraycopy(values, 0, token, MAC_BYTES, values.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The position, or empty when this is no cursor of ours for this query. */
    public Optional<Position> open(String binding, String cursor) {
        byte[] token = decode(cursor);
        if (token.length <= MAC_BYTES) {
            return Optional.empty();
        }
        byte[] values = Arrays.copyOfRange(token, MAC_BYTES, token.length);
        byte[] claimed = Arrays.copyOf(token, MAC_BYTES);
        return MessageDigest.isEqual(claimed, mac(binding, values)) ? Optional.of(read(values)) : Optional.empty();
    }

    private static byte[] decode(String cursor) {
        try {
            byte[] token = Base64.getUrlDecoder().decode(cursor);
            String canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
            return canonical.equals(cursor) ? token : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private byte[] mac(String binding, byte[] values) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] bound = binding.getBytes(StandardCharsets.UTF_8);
            mac.update((byte) (bound.length >>> 24));
            mac.update((byte) (bound.length >>> 16));
            mac.update((byte) (bound.length >>> 8));
            mac.update((byte) bound.length);
            mac.update(bound);
            return mac.doFinal(values);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
        }
    }

    private static byte[] write(Position position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(position.values().size());
            for (String value : position.values()) {
                out.writeUTF(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Position read(byte[] values) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(values))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("sealed cursor of version " + version);
            }
            int size = in.readByte();
            List<String> texts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                texts.add(in.readUTF());
            }
            return new Position(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
