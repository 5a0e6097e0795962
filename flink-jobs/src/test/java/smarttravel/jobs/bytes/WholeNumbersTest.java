package smarttravel.jobs.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void whatIsWrittenIsRead(long value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WholeNumbers.write(new DataOutputStream(bytes), value);

        assertThat(WholeNumbers.read(in(bytes))).isEqualTo(value);
    }

    @Test
    void numbersOneAfterTheOtherAreReadWithAllTheirSteps() throws IOException {
        long[] values = {1_250_000, 1_250_000, 1_249_999, 0, -7, Long.MAX_VALUE, Long.MIN_VALUE, 3};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WholeNumbers.writeSteps(new DataOutputStream(bytes), values);

        assertThat(WholeNumbers.readSteps(in(bytes))).isEqualTo(values);
    }

    @Test
    void aPriceThatStayedCostsOneByte() throws IOException {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        WholeNumbers.writeSteps(new DataOutputStream(once), new long[] {12_345_678});
        ByteArrayOutputStream thrice = new ByteArrayOutputStream();
        WholeNumbers.writeSteps(new DataOutputStream(thrice), new long[] {12_345_678, 12_345_678, 12_345_678});

        assertThat(thrice.size()).isEqualTo(once.size() + 2);
    }

    private static DataInputStream in(ByteArrayOutputStream bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
