package smarttravel.ingest.feeds.rows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes to text in one charset, where bytes that the charset does not have are an error and not a question mark. */
final class StrictText {
    private final Charset charset;
    private final CharsetDecoder decoder;

    StrictText(Charset charset) {
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The text of the bytes, or {@code null} when they are not text of the charset. */
    @Nullable
    String decode(byte[] bytes, int offset, int length) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, offset, length)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The text of bytes that are known to be ASCII. */
    static String ascii(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    /** Some text for a person, whatever the bytes are. */
    String lenient(byte[] bytes, int length) {
        return new String(bytes, 0, length, charset);
    }

    String charsetName() {
        return charset.name();
    }
}
