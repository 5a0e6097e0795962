package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import smarttravel.ingest.proposals.PriceSpot.Role;
import smarttravel.ingest.proposals.PriceWords.Found;

/** Finds the amounts of a page and tells prices from what only looks like one. */
final class PriceSpots {
    private static final int MAX_SPOTS = 2_000;
    private static final int LONGEST_LINE = 90;
    private static final int LONGEST_PRICE_TEXT = 60;
    private static final Set<String> STRUCK = Set.of("s", "del", "strike");
    private static final Pattern OLD_CLASS = words(
            "(?:^|[^a-z])(?:old|was|before|compare|rrp|msrp|uvp|tachad[oa]|antes|previous"
                    + "|(?:line|strike)-?through|striked?|crossed|list-?price|old-?price|was-?price|original-?price)(?:$|[^a-z])");
    private static final Pattern OLD_WORDS = words(
            "\\b(?:list price|regular price|was|before|antes(?: de)?|statt|uvp|rrp|msrp|retail"
                    + "|original(?: price)?|old price|precio (?:anterior|regular|de lista|original)|prezzo di listino|prix (?:barré|conseillé)"
                    + "|instead of|redna cena|stara cena|vorher|normalpreis|compare at|avant|prima|anstatt|antes)\\b[^\\p{L}\\d]*$");
    private static final Pattern OTHER_BEFORE =
            words("(?:\\b(?:sav(?:e|ing)s?|ahorr\\p{L}*|sparen?|ersparnis|économi\\p{L}*|discount|descuento"
                    + "|shipping|env[ií]o|versand|delivery|livraison|tax(?:es)?|impuestos?|tasas|fees?|cargos|deposit|seña|orders over|over|coupon"
                    + "|up to|hasta|bis zu|min\\.?|max\\.?|m[ií]nimo|m[aá]ximo|gratis ab|cart|basket|subtotal|carrito)\\b[^\\p{L}\\d]{0,3}"
                    + "|\\d\\s*(?:x|×|cuotas?|pagos?|mensualidades|rat[ey]n?)(?:\\s*(?:mensuales|fijas|sin inter[eé]s))?(?:\\s*(?:de|of|à|zu je|von))?\\s*"
                    + "|[-–—+]\\s*)$");
    private static final Pattern OTHER_AFTER =
            words("^[^\\p{L}]{0,3}(?:mo(?:nth|natlich)?\\b|per month|al mes|por mes|mes\\b|mtl"
                    + "|(?:per|pro|por|je|/)?\\s*(?:kg|100\\s?m?[lg]|lit(?:re|er|ro)|l|oz|lb)\\b|off\\b|de descuento|de ahorro|discount|shipping|rabatt|sparen"
                    + "|cuotas|sin inter[eé]s|or more|y más|gespart|de envío|taxes|impuestos)");

    private PriceSpots() {}

    static List<PriceSpot> find(PageFlow flow) {
        List<PriceSpot> spots = new ArrayList<>();
        for (Found found : PriceWords.find(flow.text(), MAX_SPOTS)) {
            Element element = flow.owner(found.start(), found.end());
            spots.add(
                    new PriceSpot(element, found.amount(), found.currency(), role(flow, found, element), spots.size()));
        }
        return spots;
    }

    private static Role role(PageFlow flow, Found found, Element element) {
        String before = flow.before(found.start());
        if (struck(element) || OLD_WORDS.matcher(before).find()) {
            return Role.LIST_PRICE;
        }
        boolean prose = flow.lineLength(found.start()) > LONGEST_LINE + found.end() - found.start();
        boolean other = OTHER_BEFORE.matcher(before).find()
                || OTHER_AFTER.matcher(flow.after(found.end())).find();
        return prose || other ? Role.OTHER : Role.PRICE;
    }

    private static boolean struck(Element element) {
        Element at = element;
        for (int up = 0; up < 4 && at != null; up++, at = at.parent()) {
            if (STRUCK.contains(at.normalName())) {
                return true;
            }
            boolean small = up == 0 || Glimpse.of(at, LONGEST_PRICE_TEXT).length() < LONGEST_PRICE_TEXT;
            if (!small) {
                return false;
            }
            String style = at.attr("style").toLowerCase(Locale.ROOT);
            if (style.contains("line-through")
                    || OLD_CLASS.matcher(at.className()).find()) {
                return PriceWords.find(Glimpse.of(at, LONGEST_PRICE_TEXT), 2).size() < 2;
            }
        }
        return false;
    }

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
