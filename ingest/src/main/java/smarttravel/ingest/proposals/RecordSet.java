package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Elements that are built alike and hold a price each: what a page may repeat for its offers.
 *
 * @param records in the order of the page
 * @param spots the amounts inside of each of them
 */
record RecordSet(List<Element> records, Map<Element, List<PriceSpot>> spots) {

    private static final int LOOKED_AT = 500;

    /** The amounts inside of one record. */
    List<PriceSpot> spotsOf(Element record) {
        return spots.getOrDefault(record, List.of());
    }

    /** At most so many, spread evenly, so that a long list costs no more than a short one. */
    RecordSet sample(int atMost) {
        if (records.size() <= atMost) {
            return this;
        }
        List<Element> chosen = new ArrayList<>();
        for (int i = 0; i < atMost; i++) {
            chosen.add(records.get((int) ((long) i * records.size() / atMost)));
        }
        return new RecordSet(chosen, spots);
    }

    /** The only child of every record in place of the record, as long as it is easier to word and holds all of the text. */
    RecordSet unwrapped() {
        List<Element> children = new ArrayList<>();
        for (Element record : records) {
            Element child = record.childrenSize() == 1 ? record.child(0) : null;
            if (child == null
                    || !Glimpse.of(child, LOOKED_AT).equals(Glimpse.of(record, LOOKED_AT))
                    || wording(child) >= wording(record)) {
                return this;
            }
            children.add(child);
        }
        return new RecordSet(children, spots).unwrapped();
    }

    private static double wording(Element element) {
        return ElementWording.alone(element).get(0).cost();
    }
}
