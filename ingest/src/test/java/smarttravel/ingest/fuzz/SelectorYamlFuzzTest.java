package smarttravel.ingest.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.ingest.providers.ProviderFileReader;
import smarttravel.ingest.selectors.SelectorStrategyFactory;
import smarttravel.ingest.yaml.YamlFileException;

/** Whatever a provider's file holds, it is read or refused by the complaint that names the place. */
class SelectorYamlFuzzTest {
    @TempDir
    static Path folder;

    @FuzzTest(maxDuration = "60s")
    void anyFileIsReadOrRefused(byte[] yaml) throws IOException {
        Path file = Files.write(folder.resolve("fuzz.yaml"), yaml);
        try {
            new SelectorStrategyFactory().create(ProviderFileReader.read(file));
        } catch (YamlFileException e) {
            assert e.getMessage() != null;
        }
    }
}
