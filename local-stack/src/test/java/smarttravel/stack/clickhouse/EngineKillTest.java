package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import smarttravel.stack.testing.ForkedJvm;

class EngineKillTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        Path acknowledged = folder.resolve("acknowledged");
        try (ForkedJvm writer = fork("insert", acknowledged)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(acknowledged)
                            && Files.readAllLines(acknowledged).size() > 20);
            writer.kill();
        }
        Path found = folder.resolve("found");
        try (ForkedJvm reader = fork("count", found)) {
            assertThat(reader.status()).isZero();
        }

        List<String> expected = Files.readAllLines(acknowledged).stream()
                .map(batch -> batch + " " + KilledEngine.BATCH)
                .toList();
        assertThat(Files.readAllLines(found)).containsAll(expected).allMatch(line -> line.endsWith(" 500"));
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        Path notes = folder.resolve("acknowledged");
        try (ForkedJvm first = fork("insert", notes)) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(notes));
            try (ForkedJvm second = fork("count", folder.resolve("found"))) {
                assertThat(second.status()).isEqualTo(1);
                assertThat(Files.readString(folder.resolve("count.log"))).contains("another process uses it");
            }
            first.kill();
        }
    }

    @Test
    void aProcessThatEndsWhileItQueriesEndsInOrder() throws Exception {
        Path log = folder.resolve("exit.log");
        try (ForkedJvm jvm = ForkedJvm.start(
                ExitingEngine.class,
                log,
                library().toString(),
                folder.resolve("data").toString())) {
            assertThat(jvm.status()).as(Files.readString(log)).isZero();
        }
        assertThat(log).content().doesNotContain("SIGSEGV", "did not close in order");
    }

    private ForkedJvm fork(String mode, Path notes) throws IOException {
        return ForkedJvm.start(
                KilledEngine.class,
                folder.resolve(mode + ".log"),
                mode,
                library().toString(),
                folder.resolve("data").toString(),
                notes.toString());
    }

    private static Path library() throws IOException {
        return EngineArchive.locate(System.getenv(), LoggerFactory.getLogger(EngineKillTest.class)::info);
    }
}
