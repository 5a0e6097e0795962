package smarttravel.stack.clickhouse;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body of stated length. The JDK's server ends a body quietly when its client dies while sending, and half a batch
 * of rows would count as a batch.
 */
final class WholeBodyInput extends FilterInputStream {
    private long left;

    WholeBodyInput(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? -1 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int size = super.read(bytes, offset, length);
        count(size);
        return size;
    }

    private void count(int size) throws EOFException {
        if (size >= 0) {
            left -= size;
        } else if (left > 0) {
            throw new EOFException("The request ended " + left + " bytes early");
        }
    }
}
