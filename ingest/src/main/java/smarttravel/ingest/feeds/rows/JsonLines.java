package smarttravel.ingest.feeds.rows;

import java.io.IOException;

/** A JSON value on each line that is not blank. */
final class JsonLines extends JsonTexts {
    JsonLines(FileBytes bytes) {
        super(bytes);
    }

    @Override
    boolean advance() throws IOException {
        if (skipBlank() < 0) {
            return false;
        }
        startText();
        int b = take();
        while (b >= 0 && b != '\n' && b != '\r') {
            text.add(b);
            b = take();
        }
        if (b < 0 && bytes.damage().isPresent()) {
            endsInside();
        }
        return true;
    }
}
