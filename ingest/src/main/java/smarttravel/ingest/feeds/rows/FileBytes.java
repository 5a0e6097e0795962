package smarttravel.ingest.feeds.rows;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, unpacked when it starts like gzip, without a byte order mark.
 *
 * <p>A packed file that is cut or damaged gives every byte that could be unpacked, then ends and has a {@link #damage}.
 */
final class FileBytes implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final Counted file;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private @Nullable String damage;

    private FileBytes(Counted file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Opens a file.
     *
     * @throws FeedException when it is empty or marked as UTF-16 or UTF-32
     */
    static FileBytes open(RowSource source) throws IOException {
        Counted file = new Counted(source.open());
        try {
            FileBytes bytes = new FileBytes(file, unpacked(file));
            bytes.skipByteOrderMark(source.name());
            return bytes;
        } catch (EOFException | ZipException e) {
            file.close();
            throw new FeedException(source.name() + " starts like gzip and cannot be unpacked");
        } catch (IOException | FeedException e) {
            file.close();
            throw e;
        }
    }

    private static InputStream unpacked(Counted file) throws IOException {
        BufferedInputStream start = new BufferedInputStream(file, BUFFER);
        start.mark(2);
        boolean packed = start.read() == 0x1f && start.read() == 0x8b;
        start.reset();
        return packed ? new GZIPInputStream(start, BUFFER) : start;
    }

    private void skipByteOrderMark(String name) throws IOException {
        if (peek() < 0 && damage == null) {
            throw new FeedException(name + " is empty");
        }
        int first = byteAt(0);
        int second = byteAt(1);
        if ((first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe)) {
            throw new FeedException(
                    name + " is UTF-16 (it starts with its byte order mark); convert it to UTF-8 first");
        }
        if (first == 0xef && second == 0xbb && byteAt(2) == 0xbf) {
            position += 3;
        }
    }

    private int byteAt(int index) {
        return index < limit ? buffer[index] & 0xff : -1;
    }

    /** The next byte, 0 to 255, or -1 at the end. */
    int next() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : -1;
    }

    /** What {@link #next} is going to give. */
    int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xff : -1;
    }

    /** The first byte ahead, within the buffer, that is no white space; -1 when there is none. */
    int firstNonBlank() throws IOException {
        peek();
        for (int i = position; i < limit; i++) {
            if ((buffer[i] & 0xff) > ' ') {
                return buffer[i] & 0xff;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = 0;
        while (damage == null && limit == 0) {
            int read = readSome();
            if (read < 0) {
                return false;
            }
            limit = read;
        }
        return limit > 0;
    }

    private int readSome() throws IOException {
        try {
            return in.read(buffer, 0, BUFFER);
        } catch (EOFException e) {
            damage = "the file is cut off inside its gzip data";
        } catch (ZipException e) {
            damage = "the gzip data is damaged: " + e.getMessage();
        }
        return 0;
    }

    /** What is wrong with the packing, once it has been met. */
    Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    /** Bytes of the file itself that have been read. */
    long fileBytesRead() {
        return file.count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Counts what has been read of the file. */
    private static final class Counted extends FilterInputStream {
        private volatile long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the file, another may look at the count
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
