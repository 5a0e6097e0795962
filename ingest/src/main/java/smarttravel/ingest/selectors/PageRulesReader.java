package smarttravel.ingest.selectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.yaml.Place;
import smarttravel.ingest.yaml.Spelling;
import smarttravel.ingest.yaml.YamlMap;

/** Reads what a file says about one kind of page. */
record PageRulesReader(FieldRulesReader fieldRules) {
    private static final List<String> FIELD_NAMES =
            Arrays.stream(OfferField.values()).map(OfferField::jsonName).toList();
    private static final List<String> SCRIPT_KEYS = List.of("select", "after", "items");

    PageRules read(YamlMap rules) {
        Map<String, FieldRules> parts = rules.findMap("parts").map(this::parts).orElse(Map.of());
        Set<String> names = new HashSet<>(FIELD_NAMES);
        names.addAll(parts.keySet());
        return new PageRules(
                items(rules), css(rules, "signature"), onlyWith(rules), parts, fields(rules.map("fields"), names));
    }

    private static Items items(YamlMap rules) {
        if (rules.has("item") && rules.has("script")) {
            throw rules.place("script").complaint("item and script exclude each other");
        }
        if (rules.has("script")) {
            return script(rules.map("script"));
        }
        List<Css> unless = new ArrayList<>();
        for (String text : rules.texts("unless")) {
            unless.add(Css.compile(text, rules.placeOfValue("unless")));
        }
        return css(rules, "item")
                .<Items>map(css -> new Items.Shown(css, unless))
                .orElseGet(Items.WholePage::new);
    }

    private static Items script(YamlMap script) {
        script.allow(SCRIPT_KEYS);
        String after = script.text("after");
        String items = script.text("items");
        return new Items.InScript(
                new ScriptJson(
                        css(script, "select").orElseGet(() -> Css.compile("script", script.place())),
                        after == null ? "" : after),
                items == null ? new JsonPath("", List.of()) : JsonPath.compile(items, script.placeOfValue("items")));
    }

    private static Optional<Css> css(YamlMap rules, String key) {
        return Optional.ofNullable(rules.text(key)).map(text -> Css.compile(text, rules.placeOfValue(key)));
    }

    private static Set<OfferField> onlyWith(YamlMap rules) {
        Set<OfferField> fields = EnumSet.noneOf(OfferField.class);
        for (String name : rules.texts("onlyWith")) {
            fields.add(field(name, rules.placeOfValue("onlyWith")));
        }
        return fields;
    }

    private static OfferField field(String name, Place place) {
        OfferField field = OfferField.named(name);
        if (field == null) {
            throw place.complaint("unknown field '" + name + "'" + Spelling.hint(name, FIELD_NAMES));
        }
        return field;
    }

    private Map<OfferField, FieldRules> fields(YamlMap fields, Set<String> names) {
        Map<OfferField, FieldRules> rules = new EnumMap<>(OfferField.class);
        for (String name : fields.keys()) {
            OfferField field = field(name, fields.place(name));
            rules.put(field, field == OfferField.URL ? fieldRules.link(fields, name) : fieldRules.read(fields, name));
            fieldRules.checkTemplates(rules, field, names, fields.placeOfValue(name));
        }
        return rules;
    }

    private Map<String, FieldRules> parts(YamlMap parts) {
        Map<String, FieldRules> rules = new HashMap<>();
        for (String name : parts.keys()) {
            if (OfferField.named(name) != null) {
                throw parts.place(name).complaint("'" + name + "' is a field of offers; a part wants another name");
            }
            FieldRules rule = fieldRules.read(parts, name);
            if (rule.isTemplate()) {
                throw parts.place(name).complaint("a part is no template");
            }
            rules.put(name, rule);
        }
        return rules;
    }
}
