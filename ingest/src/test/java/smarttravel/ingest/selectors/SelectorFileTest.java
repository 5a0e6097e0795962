package smarttravel.ingest.selectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.yaml.YamlFileException;

/** Mistakes in files of selectors are told with their place. */
class SelectorFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item: article                  | itm: article            | viajes.yaml:4:3: unknown key 'itm' in rules (did you mean 'item'?)
            item: article                  | item: 'article['        | viajes.yaml:4:9: 'article[' is not a CSS selector
            item: article                  | unless: .x              | wants 'item' or 'script'
            name: h3                       | nombre: h3              | viajes.yaml:6:5: unknown field 'nombre'
            name: h3                       | nam: h3                 | viajes.yaml:6:5: unknown field 'nam' (did you mean 'name'?)
            name: h3                       | name: {selct: h3}       | viajes.yaml:6:12: unknown key 'selct' in name (did you mean 'select'?)
            name: h3                       | name: {attribute: alt}  | name wants one of select, page, path
            name: h3                       | name: {select: h3, page: h1} | name wants one of select, page, path
            name: h3                       | name: {select: h3, match: '(a'} | viajes.yaml:6:31: '(a' is not a regular expression
            name: h3                       | name: {select: h3, match: '(a)(b)'} | wants at most one group
            name: h3                       | name: {template: '{nme}'} | viajes.yaml:6:11: the template's {nme} is no field and no part (did you mean 'name'?)
            name: h3                       | name: {template: '{nme'} | a brace without its partner
            name: h3                       | name: {path: 'a[b'}     | viajes.yaml:6:18: 'a[b' is not a path
            name: h3                       | name: {address: self}   | address 'self' wants 'page'
            name: h3                       | name: []                | name wants a selector
            name: h3                       | name:                   | name wants a text
            name: h3                       | departure: {select: b, dates: [dd/bb]} | viajes.yaml:6:35: not a pattern of dates
            next: a.next                   | next: {css: a}          | unknown key 'css' in next
            next: a.next                   | words: {soldout: [x]}   | unknown key 'soldout' in words (did you mean 'soldOut'?)
            next: a.next                   | onlyWith: [prices]      | unknown field 'prices' (did you mean 'price'?)
            next: a.next                   | parts: {name: h1}       | 'name' is a field of offers
            next: a.next                   | detail: {fields: {name: h1}} | detail wants 'link'
            next: a.next                   | search: 'https://a.example/{destino}' | {destino} is none of the criteria departureFrom
            next: a.next                   | search: '/paquetes'     | is not an absolute address
            """)
    void aMistakeIsToldWithItsPlace(String good, String bad, String complaint) {
        String yaml = """
                id: viajes
                hosts: [viajes.example]
                rules:
                  item: article
                  fields:
                    name: h3
                  next: a.next
                """;
        assertThat(yaml).contains(good);

        assertThatThrownBy(() -> TravelPages.strategy(folder, yaml.replace(good, bad)))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith("viajes.yaml:")
                .hasMessageContaining(complaint);
    }

    @Test
    void aFileWithoutRulesCannotBeReadBy() {
        assertThatThrownBy(() -> TravelPages.strategy(folder, "id: viajes\nhosts: [viajes.example]\n"))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining("the file has no 'rules'");
    }

    @Test
    void wordsThatLookLikeOtherTypesStayWords() throws IOException {
        String yaml = """
                id: viajes
                rules:
                  item: article
                  fields:
                    name: {constant: NO}
                    sku: {constant: 0777}
                    hotel: {constant: 1_000}
                    country: {select: b, words: {on: NO, off: 'off', 1_000: 0777}}
                  words: {soldOut: [no, on]}
                """;

        assertThat(TravelPages.extract(folder, yaml, "<article><b>1_000</b> NO</article>")
                        .offers())
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.text(OfferField.NAME)).isEqualTo("NO");
                    assertThat(offer.text(OfferField.SKU)).isEqualTo("0777");
                    assertThat(offer.text(OfferField.HOTEL)).isEqualTo("1_000");
                    assertThat(offer.text(OfferField.COUNTRY)).isEqualTo("0777");
                });
    }
}
