package smarttravel.ingest.feeds.rows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows and how it is written down.
 *
 * @param format absent: told by the file's name or its first byte
 * @param separator what stands between the columns of CSV
 * @param charset one that holds ASCII as it is
 */
public record RowFile(RowSource source, @Nullable FeedFormat format, char separator, Charset charset) {
    /** A file on disk. */
    public RowFile(Path path, @Nullable FeedFormat format, char separator, Charset charset) {
        this(new RowSource.OnDisk(path), format, separator, charset);
    }

    /**
     * The columns the file has: those of a CSV header, or every dotted path in the first hundred rows of JSON (none when
     * there is no row).
     *
     * @throws FeedException when the file cannot be read at all
     */
    public List<String> columns() throws IOException {
        try (FileBytes bytes = bytes()) {
            return switch (formatOf(bytes)) {
                case CSV -> csv(bytes).header();
                case JSON -> JsonColumns.in(new JsonElements(bytes, source.name()), new StrictText(charset));
                case JSONL -> JsonColumns.in(new JsonLines(bytes), new StrictText(charset));
            };
        }
    }

    /**
     * Starts reading.
     *
     * @param wanted the columns whose values are asked for; {@link RowCursor#value} goes by their order
     * @throws FeedException when the file cannot be read at all
     */
    public RowCursor open(List<String> wanted) throws IOException {
        FileBytes bytes = bytes();
        try {
            return switch (formatOf(bytes)) {
                case CSV -> {
                    CsvRows rows = csv(bytes);
                    rows.want(wanted);
                    yield rows;
                }
                case JSON -> json(bytes, new JsonElements(bytes, source.name()), wanted);
                case JSONL -> json(bytes, new JsonLines(bytes), wanted);
            };
        } catch (IOException | FeedException e) {
            bytes.close();
            throw e;
        }
    }

    private FileBytes bytes() throws IOException {
        return FileBytes.open(source);
    }

    private FeedFormat formatOf(FileBytes bytes) throws IOException {
        int first = bytes.firstNonBlank();
        if (first < 0 && bytes.damage().isEmpty()) {
            throw new FeedException(source.name() + " is empty");
        }
        return format != null ? format : FeedFormat.of(source.name(), first);
    }

    private CsvRows csv(FileBytes bytes) throws IOException {
        return new CsvRows(bytes, separator, new StrictText(charset), source.name());
    }

    private RowCursor json(FileBytes bytes, JsonTexts texts, List<String> wanted) {
        return new JsonRows(bytes, texts, new StrictText(charset), wanted);
    }
}
