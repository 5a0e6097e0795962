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

/** A table as the schema's own text creates it. */
record CreatedTable(String name, List<Column> columns) {
    private static final Pattern CREATE =
            Pattern.compile("CREATE TABLE IF NOT EXISTS (travel\\.\\w+)\\s*\\((.*?)\\n\\)", Pattern.DOTALL);
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
                Matcher create = CREATE.matcher(Files.readString(file));
                while (create.find()) {
                    tables.add(new CreatedTable(create.group(1), columns(create.group(2))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
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
