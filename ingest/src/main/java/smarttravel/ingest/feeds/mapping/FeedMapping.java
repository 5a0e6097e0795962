package smarttravel.ingest.feeds.mapping;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.rows.FeedFormat;
import smarttravel.ingest.feeds.rows.RowCursor;
import smarttravel.ingest.feeds.rows.RowFile;
import smarttravel.ingest.feeds.rows.RowSource;
import smarttravel.ingest.yaml.YamlFileException;
import smarttravel.ingest.yaml.YamlMap;
import smarttravel.ingest.yaml.YamlTree;

/**
 * What the columns of a feed mean: the whole of a mapping file. It remembers dates it has read, so one feed at a time.
 */
public final class FeedMapping {
    private final @Nullable FeedFormat format;
    private final @Nullable Character separator;
    private final Charset charset;
    private final WithoutPrice withoutPrice;
    private final ColumnTable columns;
    private final List<FieldMapping> fields;

    FeedMapping(
            @Nullable FeedFormat format,
            @Nullable Character separator,
            Charset charset,
            WithoutPrice withoutPrice,
            ColumnTable columns,
            List<FieldMapping> fields) {
        this.format = format;
        this.separator = separator;
        this.charset = charset;
        this.withoutPrice = withoutPrice;
        this.columns = columns;
        this.fields = List.copyOf(fields);
    }

    /**
     * Reads a mapping file.
     *
     * @throws YamlFileException naming line and column of the first thing that is wrong
     * @throws IOException when the file cannot be read
     */
    public static FeedMapping read(Path path) throws IOException {
        return new MappingReader(YamlTree.read(path), MappingReader.MANDATORY).read();
    }

    /**
     * What a mapping says that stands inside another file.
     *
     * @param mandatory fields that it must have; the others may come from elsewhere
     * @throws YamlFileException naming line and column of the first thing that is wrong
     */
    public static FeedMapping of(YamlMap mapping, Collection<ObservationField> mandatory) {
        return new MappingReader(mapping, mandatory).read();
    }

    /** The file as this mapping says it is written. */
    public RowFile rowsOf(Path file) {
        return new RowFile(file, format, separatorOf(file.toString()), charset);
    }

    /** A text, which needs no charset any more, as this mapping says it is written. */
    public RowFile rowsOf(RowSource.InMemory text) {
        return new RowFile(text, format, separatorOf(text.name()), StandardCharsets.UTF_8);
    }

    private char separatorOf(String name) {
        boolean tabs = name.matches("(?i).*\\.tsv(\\.gz)?");
        return separator != null ? separator : tabs ? '\t' : ',';
    }

    /** The columns that rows must be opened with. */
    public List<String> columns() {
        return columns.names();
    }

    /**
     * Checks that the file has every column that the mapping names.
     *
     * @throws YamlFileException naming the first that it lacks
     */
    public void check(Collection<String> columnsOfFile) {
        columns.check(columnsOfFile);
    }

    /**
     * Fills an empty draft from a row.
     *
     * @param row opened with {@link #columns}
     * @throws RejectedException when a text of the row cannot be used
     */
    public void fill(ObservationDraft draft, RowCursor row) {
        for (FieldMapping field : fields) {
            draft.put(field.field(), field.text(row));
        }
        boolean priceless = draft.text(ObservationField.AMOUNT) == null;
        if (priceless && withoutPrice == WithoutPrice.SOLD_OUT && draft.text(ObservationField.AVAILABILITY) == null) {
            draft.put(ObservationField.AVAILABILITY, "SOLD_OUT");
        }
    }
}
