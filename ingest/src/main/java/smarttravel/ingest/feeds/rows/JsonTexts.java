package smarttravel.ingest.feeds.rows;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into the texts of its JSON values without understanding them: a broken value costs only itself, and no
 * more than {@link RowCursor#MAX_ROW} of it is kept.
 */
abstract class JsonTexts {
    protected final FileBytes bytes;
    protected final ByteBag text = new ByteBag(RowCursor.MAX_ROW);
    private long line;
    private long nextLine = 1;
    private @Nullable String damage;
    private boolean cut;

    protected JsonTexts(FileBytes bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next value's text; {@code false} when there is none. */
    abstract boolean advance() throws IOException;

    /** The bytes of the value, and whether it is too long to be all of it. */
    ByteBag text() {
        return text;
    }

    /** Line of the file on which the value starts. */
    long line() {
        return line;
    }

    /** Whether the file ended inside this value. */
    boolean cut() {
        return cut;
    }

    Optional<String> damage() {
        return damage == null ? bytes.damage() : Optional.of(damage);
    }

    protected void startText() {
        text.clear();
        line = nextLine;
    }

    protected int take() throws IOException {
        int b = bytes.next();
        if (b == '\n' || (b == '\r' && bytes.peek() != '\n')) {
            nextLine++;
        }
        return b;
    }

    protected int skipBlank() throws IOException {
        while (bytes.peek() >= 0 && bytes.peek() <= ' ') {
            take();
        }
        return bytes.peek();
    }

    protected void endsInside() {
        cut = true;
    }

    protected void damaged(String how) {
        damage = how;
    }
}
