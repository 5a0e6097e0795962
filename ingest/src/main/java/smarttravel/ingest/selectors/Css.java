package smarttravel.ingest.selectors;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import smarttravel.ingest.yaml.Place;

/** A CSS selector, compiled once for all pages. */
record Css(String text, Evaluator evaluator) {

    /** Compiles, or complains about the place where it stands. */
    static Css compile(String text, Place place) {
        try {
            return new Css(text, Selector.evaluatorOf(text));
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw place.complaint("'" + text + "' is not a CSS selector: " + e.getMessage());
        }
    }

    /** Everything selected below and including the element, in the page's order, looked for as far as it is asked for. */
    Stream<Element> in(Element root) {
        return root.selectStream(evaluator);
    }

    boolean isIn(Element root) {
        return root.selectFirst(evaluator) != null;
    }
}
