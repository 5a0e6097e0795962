package smarttravel.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.yaml.YamlFileException;

/** Whatever a mapping file holds, it is a mapping or its first mistake is named. */
class MappingFileFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void aMappingIsReadOrItsMistakeIsNamed(byte[] yaml) throws IOException {
        Path file = Files.createTempFile("mapping-fuzz", ".yaml");
        try {
            Files.write(file, yaml);
            assertThat(FeedMapping.read(file).columns()).isNotNull();
        } catch (YamlFileException e) {
            assertThat(e.getMessage()).isNotBlank();
        } finally {
            Files.delete(file);
        }
    }
}
