package smarttravel.ingest.selectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es    | d 'de' MMMM 'de' yyyy  | 15 de enero de 2027          | 2027-01-15
            es-AR | d 'de' MMMM 'de' yyyy  | 1 de Septiembre de 2027      | 2027-09-01
            es    | d MMM yyyy             | 15 ene 2027                  | 2027-01-15
            es    | d MMM yyyy             | 15 ene. 2027                 | 2027-01-15
            es    | d MMM yyyy             | 15 sep 2027                  | 2027-09-15
            es    | d MMM yyyy             | 15 SEPT 2027                 | 2027-09-15
            es    | EEE d/M/yy             | vie 15/1/27                  | 2027-01-15
            es    | EEEE d 'de' MMMM yyyy  | viernes 15 de enero 2027     | 2027-01-15
            es    | dd/MM/yyyy             | 15/01/2027                   | 2027-01-15
            de    | EE, d. MMM yyyy        | Sa, 15. Feb 2014             | 2014-02-15
            de    | EE, d. MMM yyyy        | Sa., 15. Feb. 2014           | 2014-02-15
            de    | d. MMMM yyyy           | 3. März 2027                 | 2027-03-03
            en-US | MMM d, yyyy            | Sept 5, 2027                 | 2027-09-05
            en-GB | d MMM yyyy             | 5 Sep 2027                   | 2027-09-05
            en    | yyyy-MM-dd             | 2027-01-15T10:00:00+02:00    | 2027-01-15
            """)
    void aDateIsUnderstoodAsItsLanguageWritesIt(String locale, String pattern, String text, String iso) {
        assertThat(DateWords.of(List.of(pattern), Locale.forLanguageTag(locale)).day(text))
                .contains(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/02/2027", "2027", "15/13/2027", "", "jueves 15/01/2027", "15/01/2027 o después"})
    void whatIsNoSuchDateIsNone(String text) {
        DateWords dates = DateWords.of(List.of("dd/MM/yyyy", "EEEE dd/MM/yyyy"), Locale.forLanguageTag("es"));

        assertThat(dates.day(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/bb", "'unclosed", "{"})
    void whatIsNoPatternIsRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> DateWords.of(List.of(pattern), Locale.ENGLISH));
    }
}
