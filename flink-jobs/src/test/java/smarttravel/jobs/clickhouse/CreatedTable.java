package smarttravel.jobs.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as the schema's own text creates it, with the columns that later files add at its end. */
record CreatedTable(String name, List<Column> columns) {
    private static final Pattern CREATE =
            Pattern.compile("CREATE TABLE IF NOT EXISTS (travel\\.\\w+)\\s*\\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern FILLED_BY_A_VIEW =
            Pattern.compile("CREATE MATERIALIZED VIEW IF NOT EXISTS travel\\.\\w+\\s+TO\\s+(travel\\.\\w+)");
    private static final Pattern RENAME =
            Pattern.compile("ALTER TABLE (travel\\.\\w+) RENAME COLUMN IF EXISTS (\\w+) TO (\\w+);");
    /** A column that is computed when it is read is no column of an INSERT. */
    private static final Pattern ADD = Pattern.compile(
            "ALTER TABLE (travel\\.\\w+)\\s+ADD COLUMN IF NOT EXISTS (\\w+) ((?:(?! ALIAS| AFTER)[^;\\n])*)(?: AFTER (\\w+))?;");

    private static final Pattern COLUMN = Pattern.compile("^\\s*(\\w+)\\s+(\\w[^\\n]*?),?$", Pattern.MULTILINE);

    /** A column; {@code type} is everything after its name. */
    record Column(String name, String type) {
        boolean mayBeNull() {
            return type.contains("Nullable(");
        }
    }

    /** Every table that the files create. */
    static List<CreatedTable> all() {
        List<CreatedTable> tables = new ArrayList<>();
        for (String text : texts()) {
            CREATE.matcher(text)
                    .results()
                    .forEach(create -> tables.add(new CreatedTable(create.group(1), columns(create.group(2)))));
            RENAME.matcher(text)
                    .results()
                    .forEach(change -> tables.replaceAll(
                            table -> table.renamed(change.group(1), change.group(2), change.group(3))));
            ADD.matcher(text)
                    .results()
                    .forEach(change -> tables.replaceAll(table -> table.with(
                            change.group(1), new Column(change.group(2), change.group(3)), change.group(4))));
        }
        return tables;
    }

    /** The names of the tables that views fill from other tables. */
    static List<String> filledByViews() {
        return texts().stream()
                .flatMap(text -> FILLED_BY_A_VIEW.matcher(text).results())
                .map(view -> view.group(1))
                .toList();
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private CreatedTable renamed(String table, String from, String to) {
        return name.equals(table)
                ? new CreatedTable(
                        name,
                        columns.stream()
                                .map(column -> column.name().equals(from) ? new Column(to, column.type()) : column)
                                .toList())
                : this;
    }

    /** With a column more, behind another or at the end. */
    private CreatedTable with(String table, Column added, @Nullable String after) {
        if (!name.equals(table)) {
            return this;
        }
        List<Column> changed = new ArrayList<>(columns);
        changed.add(after == null ? columns.size() : names().indexOf(after) + 1, added);
        return new CreatedTable(name, changed);
    }

    private static List<Column> columns(String body) {
        return COLUMN.matcher(body)
                .results()
                .filter(line -> !line.group(1).equals("INDEX"))
                .map(line -> new Column(line.group(1), line.group(2)))
                .toList();
    }

    private static Path folder() {
        return Path.of("..", "sql", "clickhouse");
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
