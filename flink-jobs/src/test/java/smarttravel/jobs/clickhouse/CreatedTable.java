package smarttravel.jobs.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table as the schema's own text creates it, with the columns that later files add at its end. */
record CreatedTable(String name, List<Column> columns) {
    private static final Pattern CREATE =
            Pattern.compile("CREATE TABLE IF NOT EXISTS (travel\\.\\w+)\\s*\\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern ADDED =
            Pattern.compile("ALTER TABLE (travel\\.\\w+)\\s+ADD COLUMN IF NOT EXISTS (\\w+)\\s+(\\w[^;\\n]*);");
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
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                String sql = Files.readString(file);
                Matcher create = CREATE.matcher(sql);
                while (create.find()) {
                    tables.add(new CreatedTable(create.group(1), columns(create.group(2))));
                }
                Matcher added = ADDED.matcher(sql);
                while (added.find()) {
                    Column column = new Column(added.group(2), added.group(3));
                    String name = added.group(1);
                    tables.replaceAll(table -> table.name.equals(name) ? table.with(column) : table);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private CreatedTable with(Column column) {
        return new CreatedTable(
                name, Stream.concat(columns.stream(), Stream.of(column)).toList());
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
