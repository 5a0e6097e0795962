package smarttravel.ingest.feeds.rows;

import java.util.Arrays;

/** Bytes collected up to a limit; what comes after it is counted as overflow and forgotten. */
final class ByteBag {
    private final int most;
    private byte[] bytes = new byte[1024];
    private int length;
    private boolean overflow;

    ByteBag(int most) {
        this.most = most;
    }

    void add(int value) {
        if (length == bytes.length && !grow()) {
            overflow = true;
            return;
        }
        bytes[length++] = (byte) value;
    }

    private boolean grow() {
        if (length >= most) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, Math.min(most, length * 2));
        return true;
    }

    void clear() {
        length = 0;
        overflow = false;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Whether more came than fits. */
    boolean overflowed() {
        return overflow;
    }
}
