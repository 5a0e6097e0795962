package smarttravel.ingest.proposals;

import java.util.List;
import smarttravel.ingest.offers.OfferField;

/**
 * How a field is found inside of a record.
 *
 * @param selectors the first that matches counts
 * @param attribute whose value it is; "" for the element's text
 */
record FieldRule(OfferField field, List<String> selectors, String attribute) {}
