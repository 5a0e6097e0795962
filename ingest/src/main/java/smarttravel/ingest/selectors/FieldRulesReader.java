package smarttravel.ingest.selectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.selectors.TextSource.ElementText;
import smarttravel.ingest.selectors.TextSource.Template;
import smarttravel.ingest.yaml.Place;
import smarttravel.ingest.yaml.Spelling;
import smarttravel.ingest.yaml.YamlMap;

/**
 * Reads what a file says about one field: {@code name: h3 a}, {@code name: {select: h3 a, attribute: title}}, or a list of
 * such maps, of which the first that finds something counts.
 */
final class FieldRulesReader {
    private static final List<String> SOURCES =
            List.of("select", "page", "path", "constant", "template", "context", "address");
    private static final List<String> KEYS = List.of(
            "select",
            "page",
            "path",
            "constant",
            "template",
            "context",
            "address",
            "attribute",
            "without",
            "match",
            "join",
            "words",
            "dates");
    private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{([^{}]*)}");

    private final Locale locale;

    /**
     * A reader.
     *
     * @param locale whose names of months the pages use
     */
    FieldRulesReader(Locale locale) {
        this.locale = locale;
    }

    FieldRules read(YamlMap fields, String key) {
        return read(fields, key, Optional.empty());
    }

    /** Like {@link #read}, of something that leads elsewhere: elements are asked for their {@code href}. */
    FieldRules link(YamlMap fields, String key) {
        return read(fields, key, Optional.of("href"));
    }

    Optional<FieldRules> findLink(YamlMap fields, String key) {
        return fields.has(key) ? Optional.of(link(fields, key)) : Optional.empty();
    }

    private FieldRules read(YamlMap fields, String key, Optional<String> attribute) {
        if (fields.isText(key)) {
            Css css = Css.compile(text(fields, key), fields.placeOfValue(key));
            return new FieldRules(
                    List.of(plain(new TextSource.Selected(css, new ElementText(attribute, Optional.empty())))));
        }
        List<FieldRule> alternatives = new ArrayList<>();
        for (YamlMap settings : fields.maps(key)) {
            settings.allow(KEYS);
            alternatives.add(rule(settings, key, attribute));
        }
        if (alternatives.isEmpty()) {
            throw fields.placeOfValue(key).complaint(key + " wants a selector");
        }
        return new FieldRules(alternatives);
    }

    private static FieldRule plain(TextSource source) {
        return new FieldRule(source, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private FieldRule rule(YamlMap settings, String key, Optional<String> attribute) {
        List<String> chosen = SOURCES.stream().filter(settings::has).toList();
        if (chosen.size() != 1) {
            throw settings.place().complaint(key + " wants one of " + String.join(", ", SOURCES));
        }
        return new FieldRule(
                source(settings, chosen.get(0), attribute),
                Optional.ofNullable(settings.text("match"))
                        .map(regex -> BoundedPattern.compile(regex, settings.placeOfValue("match"))),
                Optional.ofNullable(settings.text("join")),
                settings.findMap("words").map(FieldRulesReader::words),
                dates(settings));
    }

    private static TextSource source(YamlMap settings, String kind, Optional<String> attribute) {
        String text = text(settings, kind);
        Place place = settings.placeOfValue(kind);
        return switch (kind) {
            case "select" -> new TextSource.Selected(Css.compile(text, place), elementText(settings, attribute));
            case "page" -> new TextSource.OnPage(Css.compile(text, place), elementText(settings, attribute));
            case "path" -> new TextSource.InJson(JsonPath.compile(text, place));
            case "constant" -> new TextSource.Constant(text);
            case "context" -> new TextSource.InContext(text);
            case "template" -> template(text, place);
            default -> address(text, place);
        };
    }

    private static TextSource address(String text, Place place) {
        if (!text.equals("page")) {
            throw place.complaint("address '" + text + "' wants 'page': the page's own address");
        }
        return new TextSource.OfAddress();
    }

    private static ElementText elementText(YamlMap settings, Optional<String> usual) {
        Optional<String> attribute =
                Optional.ofNullable(settings.text("attribute")).or(() -> usual);
        Optional<Css> without = Optional.ofNullable(settings.text("without"))
                .map(text -> Css.compile(text, settings.placeOfValue("without")));
        return new ElementText(attribute.filter(name -> !name.equals("text")), without);
    }

    private static Template template(String text, Place place) {
        List<Template.Piece> pieces = new ArrayList<>();
        Matcher braces = NAME_IN_BRACES.matcher(text);
        int end = 0;
        while (braces.find()) {
            literal(pieces, text.substring(end, braces.start()), place);
            pieces.add(new Template.Piece(braces.group(1), true));
            end = braces.end();
        }
        literal(pieces, text.substring(end), place);
        return new Template(text, pieces);
    }

    private static void literal(List<Template.Piece> pieces, String text, Place place) {
        if (text.contains("{") || text.contains("}")) {
            throw place.complaint("the template has a brace without its partner");
        }
        if (!text.isEmpty()) {
            pieces.add(new Template.Piece(text, false));
        }
    }

    /** Complains about templates of a field that name what is no field. */
    void checkTemplates(Map<OfferField, FieldRules> rules, OfferField field, Set<String> names, Place place) {
        for (FieldRule rule :
                rules.getOrDefault(field, new FieldRules(List.of())).alternatives()) {
            if (rule.source() instanceof Template template) {
                template.pieces().stream()
                        .filter(piece -> piece.named() && !names.contains(piece.text()))
                        .findFirst()
                        .ifPresent(piece -> {
                            throw place.complaint("the template's {" + piece.text() + "} is no field and no part"
                                    + Spelling.hint(piece.text(), names));
                        });
            }
        }
    }

    private Optional<DateWords> dates(YamlMap settings) {
        if (!settings.has("dates")) {
            return Optional.empty();
        }
        try {
            return Optional.of(DateWords.of(settings.texts("dates"), locale));
        } catch (IllegalArgumentException e) {
            throw settings.placeOfValue("dates").complaint("not a pattern of dates: " + e.getMessage());
        }
    }

    static WordTable words(YamlMap table) {
        Map<String, String> meanings = new HashMap<>();
        for (String word : table.keys()) {
            if (word.isBlank()) {
                throw table.place(word).complaint("an empty text is no word");
            }
            meanings.put(word, text(table, word));
        }
        return new WordTable(meanings);
    }

    private static String text(YamlMap settings, String key) {
        String text = settings.text(key);
        if (text == null || text.isBlank()) {
            throw settings.placeOfValue(key).complaint(key + " wants a text");
        }
        return text;
    }
}
