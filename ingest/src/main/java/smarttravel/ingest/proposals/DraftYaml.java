package smarttravel.ingest.proposals;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import smarttravel.ingest.offers.OfferField;

/** Writes a draft as a provider's file that a person can go on with. */
final class DraftYaml {
    private static final Pattern PLAIN = Pattern.compile("[.A-Za-z][A-Za-z0-9_. >-]*");

    private final StringBuilder yaml = new StringBuilder();

    private DraftYaml() {}

    static String write(Draft draft, PageSite site, PageMarket market) {
        DraftYaml file = new DraftYaml();
        file.head(draft, site, market);
        file.rules(draft);
        return file.yaml.toString();
    }

    private void head(Draft draft, PageSite site, PageMarket market) {
        line("# A draft, made from one page on which " + draft.set().records().size() + " blocks with a price repeat.");
        line("# Compare its offers with the page, drop what is not needed, then take this comment away.");
        line("id: " + site.id());
        line("strategy: selectors");
        if (!site.host().isEmpty()) {
            line("hosts: " + text(site.host()));
        }
        Optional<URI> start = site.start();
        start.ifPresent(address -> line("start: " + quoted(address.toString())));
        currency(market);
        market.locale().map(Locale::toLanguageTag).ifPresent(tag -> line("locale: " + tag));
    }

    private void currency(PageMarket market) {
        if (market.currency().isPresent()) {
            line("currency: " + market.currency().get());
        } else {
            market.sign().ifPresent(sign -> line("# currency: which? the page says only \"" + sign + "\""));
        }
    }

    private void rules(Draft draft) {
        line("rules:");
        line("  item: " + text(draft.item()));
        if (draft.someWithoutPrice()) {
            line("  onlyWith: price");
        }
        line("  fields:");
        draft.fields().forEach(this::field);
    }

    private void field(FieldRule rule) {
        String usual = rule.field() == OfferField.URL ? "href" : "";
        List<String> selectors = rule.selectors();
        boolean plain = rule.attribute().equals(usual) && rule.join().isEmpty();
        String name = "    " + rule.field().jsonName() + ":";
        if (plain && selectors.size() == 1) {
            line(name + " " + text(selectors.get(0)));
            return;
        }
        line(name);
        for (String selector : selectors) {
            line("      - select: " + text(selector));
            if (!rule.attribute().equals(usual)) {
                line("        attribute: " + text(rule.attribute()));
            }
            if (!rule.join().isEmpty()) {
                line("        join: " + quoted(rule.join()));
            }
        }
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() && !text.endsWith(" ") ? text : quoted(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }
}
