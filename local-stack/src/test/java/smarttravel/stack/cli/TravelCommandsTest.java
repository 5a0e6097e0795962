package smarttravel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.stack.QuickStack;
import smarttravel.stack.RunFile;
import smarttravel.stack.Stack;
import smarttravel.stack.testing.ChildStack;

/** Every command against a running stack, and what the stack's API answers. */
class TravelCommandsTest {
    private static final Duration KEY_FORGOTTEN = Duration.ofSeconds(30);
    private static final String HEADER = "id,to,leaves,price,currency,seen\n";
    private static final String MAPPING = """
            format: csv
            fields:
              provider: {constant: shop}
              offerId: id
              kind: {constant: FLIGHT}
              origin: {constant: EZE}
              destination: to
              departure: leaves
              amount: price
              currency: currency
              observedAt: seen
            """;

    private static Path data;
    private static Stack stack;
    private static Path mapping;

    @TempDir
    Path folder;

    @BeforeAll
    static void start(@TempDir Path shared) throws IOException {
        data = shared.resolve("data");
        mapping = Files.writeString(shared.resolve("m.yaml"), MAPPING);
        stack = QuickStack.start(data);
        Path feed = Files.writeString(shared.resolve("drop.csv"), fares("drop", 100, 100, 100, 100, 80));
        Typed typed = Typed.travel(
                "replay", feed.toString(), "--mapping", mapping.toString(), "--wait", "--url", stack.url());
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).isEqualTo("5 accepted, 0 rejected\n");
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            int port = stack.port();
            stack.close();
            assertThat(runFile(port)).doesNotExist();
        }
    }

    @Test
    void theRunFileIsForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runFile(stack.port()))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondStackOnTheSameFolderRefuses() throws Exception {
        Path said = folder.resolve("said");
        Process second = new ProcessBuilder(ChildStack.command("up", "--data", data.toString(), "--port", "0"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            second.destroyForcibly();
        }

        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(Files.readString(said))
                .isEqualTo("Another stack is running on " + data + ". Stop it, or use another --data.\n");
        assertThat(sql("SELECT 1").exit()).isZero();
    }

    @Test
    void aTableIsForPeople() {
        assertThat(sql("SELECT amount, currency, new_low FROM travel.price_drops")
                        .out())
                .contains("amount")
                .contains("80")
                .contains("USD")
                .contains("true");
    }

    @Test
    void jsonKeepsTypesAndExactAmounts() {
        assertThat(sql("SELECT offer_id, amount, lead_days, new_low, url FROM travel.price_drops", "--output", "json")
                        .out()
                        .replaceAll("\\s", ""))
                .isEqualTo("[{\"offer_id\":\"drop\",\"amount\":\"80.0000\",\"lead_days\":"
                        + (LocalDate.of(2026, 9, 1).toEpochDay()
                                - LocalDate.of(2026, 3, 5).toEpochDay())
                        + ",\"new_low\":true,\"url\":null}]");
    }

    @Test
    void csvHasAHeaderAndQuotesWhatNeedsIt() {
        assertThat(sql("SELECT 'a,\"b' AS text, CAST(NULL AS Nullable(String)) AS nothing", "--output", "csv")
                        .out())
                .isEqualTo("text,nothing\r\n\"a,\"\"b\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO travel.schema_changes (name, checksum) VALUES ('x', 'y')",
                "DROP TABLE travel.offers",
                "TRUNCATE TABLE travel.offers",
                "ALTER TABLE travel.offers DELETE WHERE 1",
                "CREATE TABLE travel.mine (x Int8) ENGINE = Memory"
            })
    void whatWouldWriteIsRefused(String query) {
        Typed typed = sql(query);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isNotBlank();
        assertThat(sql("SELECT count() FROM travel.offers", "--output", "csv").out())
                .doesNotContain("\r\n0\r\n");
    }

    @Test
    void sqlThatIsWrongIsSaid() {
        Typed typed = sql("SELECT nothing_there FROM travel.offers");

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("nothing_there").doesNotContain("\tat ");
    }

    @Test
    void aPackedFeedThatIsCutGivesWhatCouldBeReadAndFails() throws IOException {
        byte[] packed = pack(fares("cut", randomPrices()));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length / 2));

        Typed typed = replay(cut);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("cut.csv.gz is cut");
        int accepted = Integer.parseInt(typed.out().substring(0, typed.out().indexOf(' ')));
        assertThat(accepted).isBetween(100, 4_000);
        assertThat(sql("SELECT count() FROM travel.price_observations WHERE offer_id = 'cut'", "--output", "csv")
                        .out())
                .contains("\r\n" + accepted + "\r\n");
    }

    @Test
    void aFeedWithAHeaderOnlyHasNothingToAccept() throws IOException {
        Typed typed = replay(Files.writeString(folder.resolve("empty.csv"), HEADER));

        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).isEqualTo("0 accepted, 0 rejected\n");
    }

    @Test
    void badRowsAreShownWithTheirLineAndDoNotStopTheOthers() throws IOException {
        Path feed = Files.writeString(
                folder.resolve("bad.csv"),
                HEADER + "b1,MAD,2026-09-01,10,USD,2026-03-01\nb2,MAD,2026-02-30,10,USD,2026-03-01\n"
                        + "b3,MAD,2026-09-01,-1,USD,2026-03-01\n");

        Typed typed = Typed.travel("replay", feed.toString(), "--mapping", mapping.toString(), "--url", stack.url());

        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).isEqualTo("1 accepted, 2 rejected\n");
        assertThat(typed.err()).contains("bad.csv:3: bad-date", "bad.csv:4: amount-not-positive");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sql(
                                        "SELECT source, reason FROM travel.rejected_observations WHERE source LIKE 'bad%' ORDER BY source",
                                        "--output", "csv")
                                .out())
                        .isEqualTo("source,reason\r\nbad.csv:3,bad-date\r\nbad.csv:4,amount-not-positive\r\n"));
    }

    @Test
    void aKeyLetsInUntilItIsRevoked() throws Exception {
        // Given
        Typed made = Typed.travel("keys", "create", "Ana's laptop", "--url", stack.url());
        assertThat(made.exit()).isZero();
        String key = made.out().strip();
        assertThat(status("/api/v1/drops", key)).isEqualTo(200);

        // When
        Typed listed = Typed.travel("keys", "list", "--url", stack.url());
        String id = listed.out()
                .lines()
                .filter(line -> line.contains("Ana's laptop"))
                .map(line -> line.strip().split("\\s+", -1)[0])
                .findFirst()
                .orElseThrow();
        Typed revoked = Typed.travel("keys", "revoke", id, "--url", stack.url());

        // Then
        assertThat(listed.out()).doesNotContain(key);
        assertThat(revoked.exit()).isZero();
        Awaitility.await()
                .atMost(KEY_FORGOTTEN)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> status("/api/v1/drops", key) == 401);
        assertThat(Typed.travel("keys", "revoke", id, "--url", stack.url()).exit())
                .isEqualTo(1);
    }

    @Test
    void theApiIsReadyAndTellsDropsToWhoeverHasAKey() throws Exception {
        assertThat(status("/health/ready", "")).isEqualTo(200);
        assertThat(status("/api/v1/drops", "")).isEqualTo(401);
        assertThat(status("/api/v1/drops", "stk_wrong")).isEqualTo(401);

        HttpResponse<String> drops = ask("/api/v1/drops?destination=MAD", stack.key());
        assertThat(drops.statusCode()).isEqualTo(200);
        assertThat(drops.body()).contains("\"80.00\"").contains("drop");
    }

    private static Typed sql(String query, String... more) {
        String[] arguments = Arrays.copyOf(new String[] {"sql", query, "--url", stack.url()}, 4 + more.length);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Typed.travel(arguments);
    }

    private static Typed replay(Path feed) {
        return Typed.travel("replay", feed.toString(), "--mapping", mapping.toString(), "--wait", "--url", stack.url());
    }

    private static int status(String path, String key) throws Exception {
        return ask(path, key).statusCode();
    }

    private static HttpResponse<String> ask(String path, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.url() + path));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Path runFile(int port) {
        return RunFile.folderOfRuns(System.getenv()).resolve(port + ".json");
    }

    private static String fares(String offer, int... prices) {
        StringBuilder feed = new StringBuilder(HEADER);
        LocalDate day = LocalDate.of(2026, 3, 1);
        for (int i = 0; i < prices.length; i++) {
            feed.append(offer + ",MAD,2026-09-01," + prices[i] + ",USD," + seen(day, i, prices.length) + "\n");
        }
        return feed.toString();
    }

    /** Daily when there are few, each minute when there are many. */
    private static String seen(LocalDate day, int index, int of) {
        return of < 100 ? day.plusDays(index).toString() : day.atStartOfDay().plusMinutes(index) + ":00Z";
    }

    private static int[] randomPrices() {
        return new Random(3).ints(4_000, 100, 999).toArray();
    }

    private static byte[] pack(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
