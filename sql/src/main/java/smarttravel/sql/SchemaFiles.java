package smarttravel.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the ClickHouse files of the class path, from a folder of classes as well as from a jar. */
final class SchemaFiles {
    private SchemaFiles() {}

    /** All files in the order in which they are applied. */
    static List<SchemaFile> ofClickHouse() {
        @Nullable URL folder = SchemaFiles.class.getResource("clickhouse");
        if (folder == null) {
            throw new IllegalStateException("The class path holds no folder smarttravel/sql/clickhouse");
        }
        return in(folder);
    }

    static List<SchemaFile> in(URL folder) {
        try {
            return folder.getProtocol().equals("jar") ? inJar(folder) : inFolder(Path.of(folder.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SchemaFile> inJar(URL folder) throws IOException, URISyntaxException {
        JarURLConnection connection = (JarURLConnection) folder.openConnection();
        URI jar = connection.getJarFileURL().toURI();
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
            return inFolder(files.getPath(connection.getEntryName()));
        }
    }

    static List<SchemaFile> inFolder(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> files =
                    paths.filter(path -> path.toString().endsWith(".sql")).toList();
            return checked(files.stream().map(SchemaFiles::read).sorted().toList());
        }
    }

    private static SchemaFile read(Path file) {
        try {
            return new SchemaFile(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SchemaFile> checked(List<SchemaFile> files) {
        if (files.isEmpty()) {
            throw new IllegalStateException("The folder of the schema is empty");
        }
        long numbers = files.stream().map(SchemaFile::number).distinct().count();
        if (numbers < files.size()) {
            throw new IllegalStateException("Two schema files have the same number");
        }
        return files;
    }
}
