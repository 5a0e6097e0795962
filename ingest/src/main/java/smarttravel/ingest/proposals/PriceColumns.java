package smarttravel.ingest.proposals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import smarttravel.ingest.proposals.PriceSpot.Role;

/**
 * Lays the amounts of all records side by side, one column per place in the record, and tells which column is the price.
 */
final class PriceColumns {
    private static final double COMPANION_SHARE = 0.7;
    private static final BigDecimal LARGEST_RATIO = BigDecimal.valueOf(4);
    private static final Pattern EMPHASIS = Pattern.compile(
            "(?i)(?:^|[^a-z])(?:sale|final|current|now|actual|special|offer|oferta|promo|total|main|amount|big|red|selling|best)");

    private final RecordSet set;
    private final List<Map<Element, PriceSpot>> columns;

    private PriceColumns(RecordSet set, List<Map<Element, PriceSpot>> columns) {
        this.set = set;
        this.columns = columns;
    }

    static PriceColumns of(RecordSet set) {
        Map<String, Map<Element, PriceSpot>> byPlace = new LinkedHashMap<>();
        for (Element record : set.records()) {
            Map<String, Integer> alike = new HashMap<>();
            for (PriceSpot spot : set.spotsOf(record)) {
                if (spot.role() == Role.PRICE) {
                    String place = place(spot.element(), record);
                    byPlace.computeIfAbsent(place + alike.merge(place, 1, Integer::sum), any -> new LinkedHashMap<>())
                            .putIfAbsent(record, spot);
                }
            }
        }
        return new PriceColumns(set, new ArrayList<>(byPlace.values())).ranked();
    }

    /** The element that shows the price, of each record that has one. */
    Map<Element, Element> prices() {
        Map<Element, Element> prices = new LinkedHashMap<>();
        for (Map<Element, PriceSpot> column : columns) {
            column.forEach((record, spot) -> prices.putIfAbsent(record, spot.element()));
        }
        return prices;
    }

    /** The element that shows the price before, where a record shows one. */
    Map<Element, Element> listPrices() {
        Map<Element, Element> listPrices = new LinkedHashMap<>();
        for (Element record : set.records()) {
            for (PriceSpot spot : set.spotsOf(record)) {
                if (spot.role() == Role.LIST_PRICE) {
                    listPrices.putIfAbsent(record, spot.element());
                }
            }
        }
        if (listPrices.isEmpty() && columns.size() > 1) {
            for (Map<Element, PriceSpot> column : columns.subList(1, columns.size())) {
                if (!alike(column, columns.get(0)) && dearer(column, columns.get(0))) {
                    column.forEach((record, spot) -> listPrices.putIfAbsent(record, spot.element()));
                }
            }
        }
        return listPrices;
    }

    private PriceColumns ranked() {
        columns.sort(Comparator.comparingDouble(this::rank).reversed());
        for (int i = 1; i < columns.size(); i++) {
            if (dearer(columns.get(0), columns.get(i))) {
                columns.add(0, columns.remove(i));
            }
        }
        return this;
    }

    private double rank(Map<Element, PriceSpot> column) {
        double coverage = column.size() / (double) set.records().size();
        boolean emphasised = column.entrySet().stream()
                .limit(3)
                .anyMatch(cell -> emphasised(cell.getValue().element(), cell.getKey()));
        return Math.round(coverage * 10) / 10.0 + (emphasised ? 0.15 : 0);
    }

    private static boolean emphasised(Element element, Element record) {
        Element at = element;
        for (int up = 0; up < 3 && at != null && !at.equals(record); up++, at = at.parent()) {
            if (EMPHASIS.matcher(at.className()).find() || at.nameIs("ins")) {
                return true;
            }
        }
        return false;
    }

    /** Whether one is the other's price before: in most records that have both it is more, but not many times more. */
    private static boolean dearer(Map<Element, PriceSpot> one, Map<Element, PriceSpot> other) {
        int both = 0;
        int more = 0;
        for (Map.Entry<Element, PriceSpot> cell : one.entrySet()) {
            PriceSpot beside = other.get(cell.getKey());
            if (beside != null && beside.amount().compareTo(cell.getValue().amount()) != 0) {
                both++;
                boolean above = cell.getValue().amount().compareTo(beside.amount()) > 0;
                more += above
                                && cell.getValue()
                                                .amount()
                                                .compareTo(beside.amount().multiply(LARGEST_RATIO))
                                        < 0
                        ? 1
                        : 0;
            }
        }
        return both > 0 && both >= other.size() * COMPANION_SHARE && more >= both * 0.95;
    }

    /** Whether nothing but their order tells them apart: two fares, and neither the other's price before. */
    private static boolean alike(Map<Element, PriceSpot> one, Map<Element, PriceSpot> other) {
        for (Map.Entry<Element, PriceSpot> cell : one.entrySet()) {
            PriceSpot beside = other.get(cell.getKey());
            if (beside != null) {
                return place(beside.element(), cell.getKey())
                        .equals(place(cell.getValue().element(), cell.getKey()));
            }
        }
        return false;
    }

    private static String place(Element element, Element record) {
        StringBuilder place = new StringBuilder();
        for (Element at = element; at != null && !at.equals(record); at = at.parent()) {
            place.append('<').append(at.normalName()).append(ClassNames.kinds(at));
        }
        return place.toString();
    }
}
