package smarttravel.ingest.providers.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            ";",
            "/",
            "!",
            "--",
            "\"",
            "'",
            "=",
            " ",
            "\n",
            "a",
            "b",
            "script",
            "title",
            "textarea",
            "svg",
            "plaintext",
            "&lt;",
            "&gt;",
            "&amp;",
            "&#60;",
            "&#x3c",
            "&#8203;",
            "\u200b",
            "\u2060",
            "\ufe0f",
            "\u202e",
            "\u0000",
            "\u00a0",
            "Ñ",
            "日",
            "\ud83c",
            "\udfd6",
            "onerror=",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>");

    @Test
    void whateverIsWrittenNoTagAndNothingInvisibleIsLeft() {
        Random random = new Random(20_260_707);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int length = random.nextInt(14); length >= 0; length--) {
                written.append(PIECES.get(random.nextInt(PIECES.size())));
            }

            String kept = PlainText.of(written.toString());

            assertThat(TAG.matcher(kept).find())
                    .as("%s gives %s", written, kept)
                    .isFalse();
            assertThat(kept)
                    .as("of %s", written)
                    .doesNotContain("\u200b", "\u2060", "\ufe0f", "\u202e", "\u0000", "\n");
            assertThat(PlainText.of(kept)).isEqualTo(kept);
        }
    }

    @Test
    void textThatIsEscapedOverAndOverIsStillHarmless() {
        String escaped = "<script>steal()</script>";
        for (int i = 0; i < 40; i++) {
            escaped = escaped.replace("&", "&amp;").replace("<", "&lt;");
        }

        assertThat(PlainText.of(escaped)).doesNotContain("<", "&");
    }
}
