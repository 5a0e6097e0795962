package smarttravel.jobs.advice.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.jobs.advice.features.Feature;
import smarttravel.jobs.advice.learning.LearningFailedException;

/** Which files may advise. */
class ServedModelTest {
    private static byte[] file = new byte[0];

    @BeforeAll
    static void learn() throws IOException {
        file = MadeUpModel.calibratedFile(1);
    }

    @Test
    void aFileThatIsPackedAnewIsStillAModel() throws IOException {
        try (ServedModel model = ServedModel.read(changed(entries -> {}))) {
            assertThat(model.answer(List.of(new float[Feature.COUNT]))).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "members=0",
                "members=-1",
                "members=2000000000",
                "margin=NaN",
                "floor=Infinity",
                "from=0001-01-01",
                "to=9999-12-31",
                "to=2020-01-01",
                "calibration.trust=7",
                "calibration.saving.at=NaN",
                "calibration.saving.is=''",
                "calibration.cheaper.base=NaN",
                "calibration.dearer.growth=NaN",
            })
    void whatMakesNoSenseIsRefused(String name, String value) {
        assertIsRefused(changed(entries -> {
            String about = text(entries, "model.properties");
            entries.put(
                    "model.properties",
                    about.replaceAll("(?m)^" + name + "=.*$", name + "=" + value)
                            .getBytes(StandardCharsets.UTF_8));
        }));
    }

    @Test
    void aBoosterOfOtherColumnsIsRefused() {
        assertIsRefused(changed(entries -> entries.put("member-1-days-7.ubj", bytes(entries, "cheaper.ubj"))));
        assertIsRefused(changed(entries -> entries.put("dearer.ubj", bytes(entries, "member-1-days-1.ubj"))));
    }

    @Test
    void whatIsUnpackedToTooMuchIsRefused() {
        assertIsRefused(changed(entries -> {
            for (int i = 0; i < 1_000; i++) {
                entries.put("more-" + i, new byte[0]);
            }
        }));
        assertIsRefused(changed(entries -> entries.put("zeros", new byte[257 * 1024 * 1024])));
    }

    @Test
    void aClosedModelHoldsNothingOpen() throws IOException {
        ServedModel model = ServedModel.read(file);
        model.close();

        assertThatThrownBy(() -> model.promised(List.of(new float[Feature.COUNT])))
                .isInstanceOf(LearningFailedException.class);
        assertThatThrownBy(() -> model.trained()
                        .calibration()
                        .orElseThrow()
                        .cheaper()
                        .at(List.of(new float[Feature.COUNT]), new double[1]))
                .isInstanceOf(LearningFailedException.class);
    }

    private static void assertIsRefused(byte[] model) {
        assertThatThrownBy(() -> ServedModel.read(model)).isInstanceOf(IOException.class);
    }

    private static byte[] changed(Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
            change.accept(entries);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(bytes(entries, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name));
    }
}
