package smarttravel.ingest.fetching.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import smarttravel.ingest.fetching.http.ExchangeException.Problem;

/** Reads a body while it comes: decoded, and never more of it than the cap. */
final class BodyReader {
    private static final int CHUNK = 16 * 1_024;
    private static final int FIRST_ROOM = 64 * 1_024;

    private final long cap;
    private final Overflow overflow;

    BodyReader(long cap, Overflow overflow) {
        this.cap = cap;
        this.overflow = overflow;
    }

    /**
     * Reads to the end.
     *
     * @param encoding the header Content-Encoding, all its values joined by commas; empty when there is none
     */
    byte[] read(InputStream raw, String encoding) throws IOException, ExchangeException {
        try (InputStream decoded = decoded(new CountedStream(raw, 2 * cap), encoding)) {
            return capped(decoded);
        } catch (PackedTooLarge e) {
            throw tooLarge(cap);
        } catch (EOFException e) {
            throw new ExchangeException(Problem.TRUNCATED, "the compressed body ends before its end");
        } catch (ZipException e) {
            throw new ExchangeException(Problem.BAD_ENCODING, "the body is not " + encoding);
        }
    }

    private byte[] capped(InputStream decoded) throws IOException, ExchangeException {
        ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.min(FIRST_ROOM, cap));
        byte[] chunk = new byte[CHUNK];
        while (true) {
            // as many as the cap at most, so that a body that reaches it cannot be told from a longer one
            int read = decoded.read(chunk, 0, (int) Math.min(CHUNK, cap - body.size()));
            if (read < 0) {
                return body.toByteArray();
            }
            body.write(chunk, 0, read);
            if (body.size() >= cap) {
                return atTheCap(body);
            }
        }
    }

    private byte[] atTheCap(ByteArrayOutputStream body) throws ExchangeException {
        if (overflow == Overflow.CUT) {
            return body.toByteArray();
        }
        throw tooLarge(cap);
    }

    static ExchangeException tooLarge(long cap) {
        return new ExchangeException(Problem.TOO_LARGE, "the body has " + cap + " bytes or more");
    }

    private static InputStream decoded(InputStream raw, String encoding) throws IOException, ExchangeException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw, CHUNK);
            case "deflate" -> inflated(raw);
            default -> throw new ExchangeException(Problem.BAD_ENCODING, "nobody asked for the encoding " + encoding);
        };
    }

    /** With the two bytes of a zlib header as it should be, or without as some send it. */
    private static InputStream inflated(InputStream raw) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(raw, 2);
        byte[] head = peeked.readNBytes(2);
        peeked.unread(head);
        boolean zlib =
                head.length == 2 && (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) * 256 + (head[1] & 0xFF)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        return new InflaterInputStream(peeked, inflater, CHUNK) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    /** Ends a body whose packed form alone is too large: some unpack to nothing at all, for ever. */
    private static final class CountedStream extends FilterInputStream {
        private long left;

        CountedStream(InputStream raw, long most) {
            super(raw);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return count(super.read(bytes, from, length));
        }

        /** Leaves the connection's stream alone: closing that would read the rest of the body. */
        @Override
        public void close() {}

        private int count(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new PackedTooLarge();
            }
            return read;
        }
    }

    private static final class PackedTooLarge extends IOException {}
}
