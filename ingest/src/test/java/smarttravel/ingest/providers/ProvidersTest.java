package smarttravel.ingest.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading.Signature;

class ProvidersTest {
    private static final OfferedStrategy SILENT = new OfferedStrategy("silent", new Silent("silent"), "silent.jar");

    @TempDir
    Path folder;

    @Test
    void everyFileIsAProvider() throws IOException {
        file("b.yaml", "id: ola\nstrategy: silent\nhosts: ola.example\n");
        file("a.yml", "id: aero\nname: Aero\nstrategy: silent\nhosts: aero.example\n");
        file("notes.txt", "no provider");
        file(".hidden.yaml", "no provider");

        Providers providers = Providers.read(folder, List.of(SILENT));

        assertThat(providers.troubles()).isEmpty();
        assertThat(providers.all()).extracting(Provider::id).containsExactly("aero", "ola");
        Provider aero = providers.named("aero").orElseThrow();
        assertThat(aero.file().name()).isEqualTo("Aero");
        assertThat(aero.source()).isEqualTo("silent.jar");
        assertThat(aero.stopped()).isEmpty();
        assertThat(providers.named("sol")).isEmpty();
    }

    @Test
    void aBrokenFileCostsNoOtherFileAnything() throws IOException {
        file("a.yaml", "id: [\n");
        file("b.yaml", "id: ola\nstrategy: silnet\n");
        file("c.yaml", "id: ola\nstrategy: silent\nhosts: ola.example\n");
        file("d.yaml", "id: ola\nstrategy: silent\nhosts: ola.example\n");
        file("e.yaml", "id: broken\nstrategy: broken\n");
        OfferedStrategy broken = new OfferedStrategy("broken", new Silent("broken"), OfferedStrategy.BUILT_IN);

        Providers providers = Providers.read(folder, List.of(SILENT, broken));

        assertThat(providers.all()).extracting(Provider::id).containsExactly("ola");
        assertThat(providers.troubles())
                .extracting(Trouble::where)
                .containsExactly("a.yaml", "b.yaml", "d.yaml", "e.yaml");
        assertThat(providers.troubles())
                .extracting(Trouble::why)
                .satisfies(
                        whys -> assertThat(whys.get(0)).matches("line \\d+:\\d+: .*"),
                        whys -> assertThat(whys.get(1))
                                .isEqualTo("there is no strategy 'silnet' (did you mean 'silent'?)"),
                        whys -> assertThat(whys.get(2)).isEqualTo("another file has the id 'ola'"),
                        whys -> assertThat(whys.get(3)).isEqualTo("no rules"));
    }

    @ParameterizedTest
    @CsvSource({
        "ola.example, ola",
        "OLA.example, ola",
        "www.ola.example, ola",
        "vuelos.ola.example, vuelos",
        "www.vuelos.ola.example, vuelos",
        "cola.example, ",
        "example, ",
        "'', "
    })
    void aHostIsAlsoItsSubdomainsAndTheNearestWins(String host, String id) throws IOException {
        file("a.yaml", "id: ola\nstrategy: silent\nhosts: [other.example, Ola.example]\n");
        file("b.yaml", "id: vuelos\nstrategy: silent\nhosts: vuelos.ola.example\n");

        assertThat(Providers.read(folder, List.of(SILENT)).forHost(host).map(Provider::id))
                .isEqualTo(Optional.ofNullable(id));
    }

    @Test
    void aPluginDoesNotReplaceWhatIsBuiltIn() throws IOException {
        Providers providers = Providers.read(folder, List.of(new OfferedStrategy("feed", new Silent("feed"), "x.jar")));

        assertThat(providers.troubles())
                .containsExactly(new Trouble("x.jar", "strategy 'feed' is already there from built-in"));
    }

    @Test
    void theBuiltInStrategiesAreFound() {
        assertThat(Providers.builtIn())
                .extracting(OfferedStrategy::name)
                .contains("feed")
                .doesNotHaveDuplicates();
    }

    @Test
    void aFolderThatDoesNotExistIsSaid() {
        assertThatThrownBy(() -> Providers.read(folder.resolve("nowhere"), List.of()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("there is no such folder of providers");
    }

    private void file(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }

    private record Silent(String name) implements ProviderStrategyFactory, ProviderStrategy {
        @Override
        public ProviderStrategy create(ProviderFile file) {
            if (name.equals("broken")) {
                throw new IllegalArgumentException("no rules");
            }
            return this;
        }

        @Override
        public List<PageRequest> begin(SearchCriteria criteria) {
            return List.of();
        }

        @Override
        public PageReading read(Page page, PageRequest request) {
            return new PageReading(Extraction.NOTHING, List.of(), Signature.UNKNOWN);
        }
    }
}
