package smarttravel.ingest.selectors;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smarttravel.ingest.offers.OfferField;

/**
 * How one kind of page is read.
 *
 * @param signature what is there on every such page
 * @param onlyWith an item that says nothing of one of these is no offer, and no failed one either
 * @param parts texts that only templates use, by name
 */
record PageRules(
        Items items,
        Optional<Css> signature,
        Set<OfferField> onlyWith,
        Map<String, FieldRules> parts,
        Map<OfferField, FieldRules> fields) {}
