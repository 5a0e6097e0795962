package smarttravel.jobs.comparables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotelNameTest {
    private static final Place COAST = Place.named("XXX", List.of("Costa Clara", "Puerto Hondo"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hotel Buganvília & Spa 4*         | buganvilia
            BUGANVÍLIA 4,5 ★ Łódź             | buganvilia lodz
            L'Étoile d’Or                     | letoile dor
            Buganvilia, Costa Clara           | buganvilia
            Buganvilia (Puerto Hondo)         | buganvilia
            Buganvilia - Costa Clara          | buganvilia
            Costa Clara Buganvilia            | costa:PLACE clara:PLACE buganvilia
            Puerto Hodno                      | puerto hodno
            Puerto Hondo Resort               | puerto:PLACE hondo:PLACE
            Riu Buganvilia Palace             | riu:CHAIN buganvilia palace:COMMON
            Bahia Principe Buganvilia         | bahia:CHAIN principe:CHAIN buganvilia
            Bahia Buganvilia                  | bahia:COMMON buganvilia
            Buganvilia Adults Only            | buganvilia adults:QUALIFIER
            Buganvilia Buganvilia             | buganvilia
            Hotel                             |
            """)
    void isTakenToPieces(String written, String pieces) {
        assertThat(pieces(HotelName.of(written, COAST).words())).isEqualTo(pieces == null ? "" : pieces);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Buganvilia (ex. Tres Pinos)              | buganvilia | tres pinos
            Buganvilia (Ex- Riu Tres Pinos Resort)   | buganvilia | riu:CHAIN tres pinos
            Buganvilia ex Tres Pinos                 | buganvilia | tres pinos
            Buganvilia (formerly known as Tres Pinos | buganvilia | tres pinos
            Excelsior Buganvilia                     | excelsior buganvilia |
            Ex Hacienda                              | ex hacienda |
            Buganvilia (ex.)                         | buganvilia |
            """)
    void theFormerNameIsKeptApart(String written, String pieces, String former) {
        HotelName name = HotelName.of(written, COAST);

        assertThat(pieces(name.words())).isEqualTo(pieces);
        assertThat(name.former() == null ? null : pieces(name.former().words())).isEqualTo(former);
    }

    private static String pieces(List<NameWord> words) {
        return words.stream()
                .map(word -> word.sort() == NameWord.Sort.PROPER ? word.text() : word.text() + ":" + word.sort())
                .collect(Collectors.joining(" "));
    }
}
