package smarttravel.stack.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the endpoint. The engine itself knows no users and the port can be reached by every user of the machine,
 * so nobody gets in without one of these two logins.
 *
 * @param writer may do everything
 * @param reader may only read tables, within {@link Limits}
 */
public record Access(Login writer, Login reader) {
    private static final int PASSWORD_BYTES = 24;

    public Access {
        if (writer.user().equals(reader.user())) {
            throw new IllegalArgumentException("Writer and reader need different names");
        }
    }

    /** The logins {@code travel} and {@code reader} with new passwords. */
    public static Access random(SecureRandom random) {
        return new Access(new Login("travel", password(random)), new Login("reader", password(random)));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The role that an {@code Authorization} header proves, if it proves one. */
    Optional<Role> check(@Nullable String authorization) {
        byte[] given = (authorization == null ? "" : authorization).getBytes(StandardCharsets.US_ASCII);
        boolean isWriter = MessageDigest.isEqual(given, writer.header());
        boolean isReader = MessageDigest.isEqual(given, reader.header());
        return isWriter ? Optional.of(Role.WRITER) : isReader ? Optional.of(Role.READER) : Optional.empty();
    }

    enum Role {
        WRITER,
        READER
    }

    /** A name and its password, which is never printed. */
    public record Login(String user, String password) {
        private byte[] header() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return ("Basic " + Base64.getEncoder().encodeToString(pair)).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }
}
