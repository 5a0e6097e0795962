package smarttravel.ingest.proposals;

import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * A CSS selector that was made up, and how far it is from what a person would write.
 *
 * @param cost the less the better: 1 for a class that speaks of content, more for positions and long paths
 */
record WordedSelector(String css, double cost) {

    /** The compiled form. */
    Evaluator evaluator() {
        return QueryParser.parse(css);
    }

    /** This inside of (" ") or directly under (" > ") another. */
    WordedSelector under(WordedSelector outer, String combinator) {
        return new WordedSelector(outer.css + combinator + css, outer.cost + cost + 0.3);
    }
}
