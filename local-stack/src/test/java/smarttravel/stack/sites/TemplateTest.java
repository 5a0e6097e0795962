package smarttravel.stack.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void textIsEscapedAndMarkupIsNot() {
        assertThat(Template.parse("<p title=\"{{a}}\">{{{a}}}</p>").fill(Map.of("a", "<b>\"&")))
                .isEqualTo("<p title=\"&lt;b>&quot;&amp;\"><b>\"&</p>");
    }

    @Test
    void aSectionIsShownOncePerItemAndSeesWhatIsAroundIt() {
        Template template = Template.parse("{{#days}}{{day}}/{{year}} {{/days}}{{^days}}none{{/days}}");

        assertThat(template.fill(Map.of("year", "27", "days", List.of(Map.of("day", "1"), Map.of("day", "2")))))
                .isEqualTo("1/27 2/27 ");
        assertThat(template.fill(Map.of("year", "27", "days", List.of()))).isEqualTo("none");
    }

    @Test
    void aGapWithoutAValueStaysEmpty() {
        assertThat(Template.parse("a{{nothing}}{{#nothing}}b{{/nothing}}c").fill(Map.of()))
                .isEqualTo("ac");
    }

    @Test
    void aSectionThatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> Template.parse("{{#a}}b")).hasMessageContaining("'a' is not closed");
        assertThatThrownBy(() -> Template.parse("{{#a}}b{{/c}}")).hasMessageContaining("'c' closes 'a'");
    }
}
