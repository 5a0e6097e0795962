package smarttravel.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    @Test
    void aNewKeyHasTheShapeOfAKeyAndIsNeverPrinted() {
        KeyText key = KeyText.random(new SecureRandom());

        assertThat(key.reveal()).matches("stk_[A-Za-z0-9_-]{43}");
        assertThat(key.reveal()).startsWith("stk_" + key.prefix());
        assertThat(key.toString()).doesNotContain(key.reveal());
    }

    @Test
    void theHashIsSha256OfTheWholeText() {
        KeyText key = KeyText.parse("stk_" + "a".repeat(43)).orElseThrow();

        assertThat(HexFormat.of().formatHex(key.hash()))
                .isEqualTo("7522fdfc7f66d0a8de78a7872e18b89e30c91ba9fda401f2773978abd23a4293");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stk_", "stk_short", "xxx_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "stk_é"})
    void otherTextsAreNoKeys(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }
}
