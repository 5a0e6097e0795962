package smarttravel.ingest.feeds.rows;

import java.io.IOException;

/** The elements of one JSON array, told apart by brackets, quotes and commas alone. */
final class JsonElements extends JsonTexts {
    private static final String UNCLOSED = "the file ends inside the array";

    private final String fileName;
    private boolean opened;
    private boolean closed;

    JsonElements(FileBytes bytes, String fileName) {
        super(bytes);
        this.fileName = fileName;
    }

    @Override
    boolean advance() throws IOException {
        if (closed || !open()) {
            return false;
        }
        startText();
        readElement();
        return true;
    }

    /** Passes what stands before an element: the array's bracket or a comma. */
    private boolean open() throws IOException {
        int b = skipBlank();
        if (!opened && b != '[') {
            throw new FeedException(fileName + " is not a JSON array; name it .jsonl if it has an object on each line");
        }
        if (b < 0) {
            return close(UNCLOSED);
        }
        if (b == ']') {
            take();
            return close(skipBlank() < 0 ? "" : "there is more after the end of the array");
        }
        take();
        boolean first = !opened;
        opened = true;
        return (first && skipBlank() == ']') ? open() : more();
    }

    private boolean more() throws IOException {
        return skipBlank() >= 0 || close(UNCLOSED);
    }

    private boolean close(String damage) {
        closed = true;
        if (!damage.isEmpty()) {
            damaged(bytes.damage().orElse(damage));
        }
        return false;
    }

    private void readElement() throws IOException {
        int depth = 0;
        boolean quoted = false;
        for (int b = bytes.peek(); b >= 0; b = bytes.peek()) {
            if (!quoted && depth == 0 && (b == ',' || b == ']')) {
                return;
            }
            text.add(take());
            if (quoted) {
                quoted = b != '"';
                passEscaped(b);
            } else {
                quoted = b == '"';
                depth = Math.max(0, depth + step(b));
            }
        }
        if (quoted || depth > 0) {
            endsInside();
            close("the file ends inside the element that starts in line " + line());
        } else {
            close(UNCLOSED);
        }
    }

    private void passEscaped(int b) throws IOException {
        if (b == '\\' && bytes.peek() >= 0) {
            text.add(take());
        }
    }

    private static int step(int b) {
        return switch (b) {
            case '{', '[' -> 1;
            case '}', ']' -> -1;
            default -> 0;
        };
    }
}
