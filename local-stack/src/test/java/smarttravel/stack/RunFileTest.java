package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.stack.StackConfig.Login;

class RunFileTest {
    private static final int PORT = 7070;

    @TempDir
    Path runs;

    @Test
    void whatWasWrittenIsFound() throws IOException {
        RunFile written = of(ProcessHandle.current().pid());

        written.write(runs, PORT);

        assertThat(RunFile.find(runs, PORT)).contains(written);
        assertThat(RunFile.find(runs, PORT + 1)).isEmpty();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        of(1).write(runs, PORT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runs.resolve(PORT + ".json"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runs)))
                .isEqualTo("rwx------");
    }

    @Test
    void theFileOfAProcessThatIsGoneIsNotUsed() throws Exception {
        of(pidOfADeadProcess()).write(runs, PORT);

        assertThat(RunFile.find(runs, PORT)).isEmpty();
    }

    @Test
    void theFileOfAProcessThatIsGoneIsRemovedAndThatOfAnotherStackIsNot() throws Exception {
        of(pidOfADeadProcess()).write(runs, PORT);
        of(ProcessHandle.current().parent().orElseThrow().pid()).write(runs, PORT + 1);

        RunFile.remove(runs, PORT);
        RunFile.remove(runs, PORT + 1);

        assertThat(runs.resolve(PORT + ".json")).doesNotExist();
        assertThat(runs.resolve(PORT + 1 + ".json")).exists();
    }

    @Test
    void aMessageNeverShowsTheKey() {
        assertThat(of(1)).hasToString("stack at http://127.0.0.1:7070 (process 1)");
    }

    @Test
    void runFilesLieInTheUsersCache() {
        assertThat(RunFile.folderOfRuns(Map.of("XDG_CACHE_HOME", "/cache")))
                .isEqualTo(Path.of("/cache/smart-travel/run"));
        assertThat(RunFile.folderOfRuns(Map.of()))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/smart-travel/run"));
    }

    private static long pidOfADeadProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return process.pid();
    }

    private static RunFile of(long pid) {
        Login login = new Login("jdbc:x", "me", "secret");
        return new RunFile(pid, "http://127.0.0.1:7070", "stk_secret", "127.0.0.1:9092", login, login, "/data");
    }
}
