package smarttravel.ingest.feeds.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Rejection;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.events.StrictJson;

/** Rows that are JSON objects; a column is a dotted path, a number keeps the digits it is written with. */
final class JsonRows implements RowCursor {
    private static final JsonFactory JSON = StrictJson.factory();

    private final FileBytes bytes;
    private final JsonTexts texts;
    private final StrictText text;
    private final WantedPaths wanted;
    private final @Nullable String[] values;
    private @Nullable Rejection problem;

    JsonRows(FileBytes bytes, JsonTexts texts, StrictText text, List<String> columns) {
        this.bytes = bytes;
        this.texts = texts;
        this.text = text;
        this.wanted = WantedPaths.of(columns);
        this.values = new @Nullable String[columns.size()];
    }

    @Override
    public boolean advance() throws IOException {
        if (!texts.advance()) {
            return false;
        }
        Arrays.fill(values, null);
        problem = null;
        try {
            readObject(checkedText());
        } catch (RejectedException e) {
            problem = e.rejection();
        }
        return true;
    }

    private String checkedText() {
        ByteBag row = texts.text();
        if (row.overflowed()) {
            throw new RejectedException(RejectReason.FIELD_TOO_LONG, "the row has more than " + MAX_ROW + " bytes");
        }
        if (texts.cut()) {
            throw unreadable("the file ends inside this row");
        }
        String decoded = text.decode(row.bytes(), 0, row.length());
        if (decoded == null) {
            throw unreadable("the row holds bytes that are not " + text.charsetName());
        }
        return decoded;
    }

    private void readObject(String row) throws IOException {
        try (JsonParser json = JSON.createParser(row)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable("the row is not a JSON object");
            }
            readMembers(json, wanted);
            if (json.nextToken() != null) {
                throw unreadable("there is more than one JSON value");
            }
        } catch (JsonProcessingException e) {
            throw unreadable("not JSON: " + e.getOriginalMessage());
        }
    }

    private void readMembers(JsonParser json, WantedPaths paths) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            WantedPaths path = paths.member(name);
            if (path == null) {
                json.skipChildren();
            } else if (token == JsonToken.START_OBJECT && path.column() == WantedPaths.NOT_WANTED) {
                readMembers(json, path);
            } else if (path.column() == WantedPaths.NOT_WANTED) {
                json.skipChildren();
            } else {
                values[path.column()] = single(json, token, name);
            }
        }
    }

    private static @Nullable String single(JsonParser json, JsonToken token, String name) throws IOException {
        if (!token.isScalarValue()) {
            throw new RejectedException(RejectReason.BAD_FIELD, name + " is not a single value");
        }
        if (json.getTextLength() > MAX_VALUE) {
            throw new RejectedException(
                    RejectReason.FIELD_TOO_LONG, name + " has more than " + MAX_VALUE + " characters");
        }
        return token == JsonToken.VALUE_NULL ? null : json.getText();
    }

    private static RejectedException unreadable(String message) {
        return new RejectedException(RejectReason.UNREADABLE_ROW, message);
    }

    @Override
    public long line() {
        return texts.line();
    }

    @Override
    public @Nullable Rejection problem() {
        return problem;
    }

    @Override
    public @Nullable String value(int column) {
        return values[column];
    }

    @Override
    public String raw() {
        ByteBag row = texts.text();
        return text.lenient(row.bytes(), Math.min(row.length(), 4 * RejectedRecord.MAX_PAYLOAD_CHARS))
                .strip();
    }

    @Override
    public Optional<String> damage() {
        return texts.damage();
    }

    @Override
    public long bytesRead() {
        return bytes.fileBytesRead();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
