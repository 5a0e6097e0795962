package smarttravel.ingest.proposals;

import java.util.List;
import smarttravel.ingest.offers.OfferField;

/**
 * How a field is found inside of a record.
 *
 * @param selectors the first that matches counts
 * @param attribute whose value it is; "" for the element's text
 * @param join what stands between the texts when all that is selected is meant; "" when only the first is
 */
record FieldRule(OfferField field, List<String> selectors, String attribute, String join) {

    /** The first text that is found. */
    FieldRule(OfferField field, List<String> selectors, String attribute) {
        this(field, selectors, attribute, "");
    }
}
