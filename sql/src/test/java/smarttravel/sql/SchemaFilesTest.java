package smarttravel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFilesTest {
    @TempDir
    Path folder;

    @Test
    void theSchemaIsOnTheClassPathInOrder() {
        List<SchemaFile> files = SchemaFiles.ofClickHouse();

        assertThat(files).extracting(SchemaFile::name).isSorted().contains("001_observations_and_offers.sql");
        assertThat(files).allSatisfy(file -> assertThat(file.statements()).isNotEmpty());
    }

    @Test
    void everyStatementMayRunAgainAndRemovesNothingButViews() {
        assertThat(SchemaFiles.ofClickHouse())
                .flatExtracting(SchemaFile::statements)
                .allSatisfy(statement -> assertThat(statement)
                        .containsPattern("IF NOT EXISTS|^DROP VIEW IF EXISTS|RENAME COLUMN IF EXISTS"));
    }

    @Test
    void filesAreFoundInAJarToo() throws Exception {
        Path jar = folder.resolve("schema.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("smarttravel/sql/clickhouse/"));
            entries.putNextEntry(new JarEntry("smarttravel/sql/clickhouse/001_in_jar.sql"));
            entries.write("SELECT 1;".getBytes(StandardCharsets.UTF_8));
        }
        URL entry = URI.create("jar:" + jar.toUri() + "!/smarttravel/sql/clickhouse")
                .toURL();

        assertThat(SchemaFiles.in(entry)).extracting(SchemaFile::name).containsExactly("001_in_jar.sql");
    }

    @Test
    void twoFilesWithOneNumberAreRefused() throws IOException {
        Files.writeString(folder.resolve("001_a.sql"), "SELECT 1");
        Files.writeString(folder.resolve("001_b.sql"), "SELECT 2");

        assertThatThrownBy(() -> SchemaFiles.inFolder(folder)).hasMessageContaining("same number");
    }

    @Test
    void aFileWithoutANumberIsRefused() throws IOException {
        Files.writeString(folder.resolve("late.sql"), "SELECT 1");

        assertThatThrownBy(() -> SchemaFiles.inFolder(folder)).hasMessageContaining("NNN_words.sql");
    }
}
