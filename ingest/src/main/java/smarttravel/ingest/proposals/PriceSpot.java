package smarttravel.ingest.proposals;

import java.math.BigDecimal;
import org.jsoup.nodes.Element;

/**
 * One amount of money on a page.
 *
 * @param element the smallest that holds the whole amount
 * @param currency sign, code or word as the page shows it
 * @param order from 0 in the order of the page
 */
record PriceSpot(Element element, BigDecimal amount, String currency, Role role, int order) {

    /** What the amount is, by the words and the markup around it. */
    enum Role {
        /** What is asked now, as far as one can see. */
        PRICE,
        /** What was asked before. */
        LIST_PRICE,
        /** A saving, an instalment, a shipping cost, an amount in prose. */
        OTHER
    }
}
