package smarttravel.ingest.proposals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import smarttravel.ingest.proposals.PriceSpot.Role;

/**
 * How much a set of elements looks like the page's list of offers: many of them, built alike, each with a text of its own,
 * something to follow or to see, one price, and not in a place for filters or navigation.
 */
final class RecordSetScore {
    private static final int SAMPLE = 12;
    private static final int MANY_SPOTS = 40;
    private static final int ENOUGH_LETTERS = 25;
    private static final Pattern SIDE_PLACE = Pattern.compile(
            "(?:^|[^a-z])(?:filters?|facets?|refine(?:ment)?|nav(?:igation|bar)?|menu|footer|cart|basket|minicart|calendar|slider-range|matrix"
                    + "|related|recommend(?:ed|ations)?|similar|recently|viewed|upsells?|cross-?sells?|modal|popup|suggestions?|sidebar)(?:$|[^a-z])");
    private static final Set<String> SIDE_TAGS = Set.of("nav", "footer", "aside", "header", "select", "dialog");

    private RecordSetScore() {}

    /** 0 or more; only comparable within one page. */
    static double of(RecordSet set) {
        RecordSet sample = set.sample(SAMPLE);
        Set<String> texts = new HashSet<>();
        double worth = 0;
        double letters = 0;
        for (Element record : sample.records()) {
            String text = Glimpse.of(record, 1_000);
            String words = words(text);
            texts.add(text);
            letters += Math.min(words.length(), 400);
            worth += Math.min(1, words.length() / (double) ENOUGH_LETTERS)
                    * substance(record)
                    / multiplicity(sample, record);
        }
        int looked = sample.records().size();
        double distinct = texts.size() / (double) looked;
        return worth
                / looked
                * set.records().size()
                * distinct
                * (0.4 + 0.6 * likeness(sample.records()))
                * Math.log(2 + letters / looked)
                * place(set.records().get(0));
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        text.codePoints().filter(Character::isLetter).limit(500).forEach(words::appendCodePoint);
        return words.toString();
    }

    private static double substance(Element record) {
        boolean link = record.selectFirst("a[href]") != null || record.closest("a[href]") != null;
        boolean heading = record.selectFirst("h1,h2,h3,h4,h5,h6,[itemprop=name],th") != null;
        boolean picture = record.selectFirst("img") != null;
        return 0.4 + (link ? 0.3 : 0) + (heading ? 0.2 : 0) + (picture ? 0.1 : 0);
    }

    /** How often the record holds prices that are marked up in the same way: perhaps it is several records. */
    private static double multiplicity(RecordSet set, Element record) {
        Map<String, Integer> counts = new HashMap<>();
        int most = 1;
        List<PriceSpot> spots = set.spotsOf(record);
        for (PriceSpot spot : spots.subList(0, Math.min(MANY_SPOTS, spots.size()))) {
            if (spot.role() == Role.PRICE) {
                most = Math.max(most, counts.merge(path(spot.element(), record), 1, Integer::sum));
            }
        }
        return Math.sqrt(most);
    }

    private static String path(Element element, Element record) {
        StringBuilder path = new StringBuilder();
        for (Element at = element; at != null && !at.equals(record); at = at.parent()) {
            path.append('<').append(at.normalName());
            ClassNames.kinds(at).stream()
                    .limit(2)
                    .forEach(name -> path.append('.').append(name));
        }
        return path.toString();
    }

    private static double likeness(List<Element> records) {
        double sum = 0;
        for (int i = 1; i < records.size(); i++) {
            sum += TreeMatching.similarity(records.get(i - 1), records.get(i));
        }
        return sum / (records.size() - 1);
    }

    private static double place(Element record) {
        double place = 1;
        for (Element at = record; at != null && !at.nameIs("body"); at = at.parent()) {
            boolean side = SIDE_TAGS.contains(at.normalName())
                    || SIDE_PLACE.matcher(at.className() + " " + at.id()).find();
            place *= side ? 0.4 : 1;
            place *= at.nameIs("main") || at.attr("role").equals("main") ? 1.3 : 1;
        }
        return Math.max(place, 0.05);
    }
}
