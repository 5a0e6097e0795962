package smarttravel.ingest.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and prices come out as their site wrote them, whatever it wrote them in and wherever it says so. */
class PageCharsetTest {
    private static final String OFFER = "<p>Cancún, Playa del Carmen – «todo incluido»: 1.299,00 €</p>";
    private static final String LATIN_OFFER = "<p>Cancún, señores: ¡oferta!</p>";

    private static String offer(byte[] bytes, @Nullable String contentType) {
        Page page = Page.ofBytes(URI.create("http://a.example/"), bytes, contentType);
        return page.document().select("p").outerHtml();
    }

    private static byte[] page(String declaration, String offer, String charset) {
        return ("<!doctype html><html><head>" + declaration + "</head><body>" + offer + "</body></html>")
                .getBytes(Charset.forName(charset));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UTF-8        | text/html; charset=utf-8            |
                    UTF-8        | text/html;charset="UTF-8"           |
                    UTF-8        | text/html                           | <meta charset=utf-8>
                    UTF-8        | text/html                           |
                    UTF-8        | text/html; charset=nonsense         | <meta charset='utf-8'>
                    UTF-8        | text/html                           | <meta http-equiv=Content-Type content="text/html; charset=utf-8">
                    UTF-8        | text/html                           | <script src=a.js charset="iso-8859-1"></script><meta charset=utf-8>
                    UTF-8        | text/html                           | <!-- <meta charset=windows-1251> --><meta charset=utf-8>
                    UTF-8        | text/html                           | <meta charset=utf-16>
                    windows-1252 | text/html; charset=windows-1252     |
                    windows-1252 | text/html; charset=ISO-8859-1       |
                    windows-1252 | text/html; charset=iso-8859-1       | <meta charset=utf-8>
                    windows-1252 | text/html                           | <meta charset=latin1>
                    windows-1252 | text/html                           | <meta charset=us-ascii>
                    windows-1252 | text/html                           |
                    windows-1252 |                                     |""")
    void theOfferReadsAsItWasWritten(String written, @Nullable String contentType, @Nullable String declaration) {
        byte[] bytes = page(declaration == null ? "" : declaration, OFFER, written);

        assertThat(offer(bytes, contentType)).isEqualTo(OFFER);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16BE, FEFF", "UTF-16LE, FFFE"})
    void aByteOrderMarkWinsOverAnythingDeclared(String charset, String mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(mark));
        bytes.writeBytes(page("<meta charset=windows-1251>", OFFER, charset));

        assertThat(offer(bytes.toByteArray(), "text/html; charset=iso-8859-1")).isEqualTo(OFFER);
    }

    @Test
    void otherCharsetsThanEuropeanOnesAreReadWhenDeclared() {
        String tokyo = "<p>東京 3泊 ¥128,000</p>".replace("¥", "");

        assertThat(offer(page("<meta charset=shift_jis>", tokyo, "Shift_JIS"), null))
                .isEqualTo(tokyo);
        assertThat(offer(page("", tokyo, "EUC-JP"), "text/html; charset=euc-jp"))
                .isEqualTo(tokyo);
        assertThat(offer(page("<?xml version='1.0' encoding='iso-8859-15'?>", "<p>99 €</p>", "ISO-8859-15"), null))
                .isEqualTo("<p>99 €</p>");
    }

    @Test
    void brokenBytesLeaveTheRestAsItIs() {
        byte[] bytes = page("", "<p>A?o Nuevo: 1.299,00</p>", "US-ASCII");
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("?")] = (byte) 0xF1;

        assertThat(offer(bytes, "text/html; charset=utf-8")).isEqualTo("<p>A\uFFFDo Nuevo: 1.299,00</p>");
        assertThat(offer(bytes, null)).isEqualTo("<p>Año Nuevo: 1.299,00</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "ISO-8859-15"})
    void latinTextWithoutADeclarationIsGuessed(String written) {
        assertThat(offer(page("", LATIN_OFFER, written), "text/html")).isEqualTo(LATIN_OFFER);
    }

    @Test
    void aDeclarationFarIntoThePageIsTooLate() {
        byte[] bytes = page(" ".repeat(5_000) + "<meta charset=windows-1251>", OFFER, "UTF-8");

        assertThat(offer(bytes, null)).isEqualTo(OFFER);
    }
}
