package smarttravel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.ingest.providers.Providers;

class ProvidersCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void oneProviderAndOneBrokenFile() throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("a-sol.yaml"), """
                id: sol
                name: Sol
                strategy: feed
                hosts: [sol.example, sol2.example]
                start: https://sol.example/feed.csv
                kind: PACKAGE
                currency: USD
                rules: {mapping: {fields: {amount: price, destination: to, departure: out}}}
                """);
        Files.writeString(folder.resolve("b-broken.yaml"), "id: luna\nstrategy: fed\n");
        Files.writeString(folder.resolve("plugins/c.jar"), "no jar");
    }

    @Test
    void providersAreATable() {
        Typed typed = list();

        assertThat(typed.exit()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out().lines())
                .anySatisfy(line -> assertThat(line.split(" {2,}"))
                        .containsExactly("sol", "Sol", "feed", "built-in", "sol.example sol2.example", "ok"))
                .anySatisfy(line -> assertThat(line)
                        .contains("b-broken.yaml")
                        .contains("broken: there is no strategy 'fed' (did you mean 'feed'?)"))
                .anySatisfy(line -> assertThat(line).contains("c.jar").contains("broken: it is not a jar"));
    }

    @Test
    void providersAreJson() throws IOException {
        JsonNode listed = new ObjectMapper().readTree(list("--output", "json").out());

        assertThat(listed).hasSize(3);
        assertThat(listed.at("/0/id").asText()).isEqualTo("sol");
        assertThat(listed.at("/0/hosts/1").asText()).isEqualTo("sol2.example");
        assertThat(listed.at("/0/state").asText()).isEqualTo("ok");
        assertThat(listed.at("/1/state").asText()).isEqualTo("broken");
        assertThat(listed.at("/1/source").asText()).isEqualTo("b-broken.yaml");
        assertThat(listed.at("/1/why").asText()).contains("'fed'");
        assertThat(listed.at("/2/source").asText()).isEqualTo("c.jar");
    }

    @Test
    void aProviderInQuarantineIsListedWithItsReason() throws IOException {
        ProviderStates states =
                ProviderStates.of(Providers.read(folder, List.of()), List.of(), Map.of("sol", "prices-shifted"));

        assertThat(printed(ProviderListing.table, states)).contains("quarantine: prices-shifted");
        JsonNode listed = new ObjectMapper().readTree(printed(ProviderListing.json, states));
        assertThat(listed.at("/0/state").asText()).isEqualTo("quarantine");
        assertThat(listed.at("/0/why").asText()).isEqualTo("prices-shifted");
    }

    private static String printed(ProviderListing listing, ProviderStates states) throws IOException {
        StringWriter text = new StringWriter();
        listing.write(states, new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aFolderThatIsNoneIsSaid() {
        Typed typed = Typed.travel(
                "providers", "--providers", folder.resolve("nowhere").toString());

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("nowhere is not a folder; name one with --providers.");
    }

    @Test
    void theProjectsOwnProvidersAreListedByDefault() {
        Typed typed = Typed.travel("providers");

        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).contains("built-in").doesNotContain("broken:");
    }

    private Typed list(String... more) {
        String[] all = new String[5 + more.length];
        all[0] = "providers";
        all[1] = "--providers";
        all[2] = folder.toString();
        all[3] = "--plugins";
        all[4] = folder.resolve("plugins").toString();
        System.arraycopy(more, 0, all, 5, more.length);
        return Typed.travel(all);
    }
}
