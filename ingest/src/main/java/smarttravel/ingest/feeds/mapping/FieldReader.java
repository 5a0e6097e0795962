package smarttravel.ingest.feeds.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smarttravel.events.ObservationField;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.mapping.FieldMapping.LetterCase;
import smarttravel.ingest.feeds.mapping.FieldSource.Column;
import smarttravel.ingest.feeds.mapping.FieldSource.Constant;
import smarttravel.ingest.feeds.mapping.FieldSource.DaysBefore;
import smarttravel.ingest.feeds.mapping.FieldSource.Template;
import smarttravel.ingest.feeds.mapping.Words.Otherwise;
import smarttravel.ingest.yaml.Place;
import smarttravel.ingest.yaml.YamlMap;

/** Reads what a mapping says about single fields. */
final class FieldReader {
    private static final List<String> SOURCES = List.of("column", "constant", "template", "date");
    private static final List<String> KEYS = List.of(
            "column",
            "constant",
            "template",
            "date",
            "minusDays",
            "words",
            "otherwise",
            "absent",
            "dateFormat",
            "upperCase",
            "lowerCase");
    private static final Pattern COLUMN_IN_BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, Boolean> TRUTH = Map.of("true", true, "false", false);
    private static final Map<String, Otherwise> OTHERWISE =
            Map.of("reject", Otherwise.REJECT, "absent", Otherwise.ABSENT, "keep", Otherwise.KEEP);

    private final ColumnTable columns;
    private final Set<String> absent;
    private final DateTexts dates;

    FieldReader(ColumnTable columns, Set<String> absent, DateTexts dates) {
        this.columns = columns;
        this.absent = absent;
        this.dates = dates;
    }

    /** Reads {@code amount: price} or {@code amount: {column: price, ...}}. */
    FieldMapping read(ObservationField field, YamlMap fields) {
        String name = field.jsonName();
        if (!fields.isMap(name)) {
            FieldSource column = column(fields, name);
            return new FieldMapping(field, column, absent, null, LetterCase.AS_IS, dates);
        }
        YamlMap settings = fields.map(name);
        settings.allow(KEYS);
        DateTexts fieldDates = dates(settings);
        FieldMapping mapping = new FieldMapping(
                field,
                source(field, settings, fieldDates),
                absent(settings),
                words(field, settings),
                letterCase(settings),
                fieldDates);
        checkConstant(mapping, settings);
        return mapping;
    }

    private FieldSource source(ObservationField field, YamlMap settings, DateTexts fieldDates) {
        List<String> chosen = SOURCES.stream().filter(settings::has).toList();
        if (chosen.size() != 1) {
            throw settings.place().complaint(field.jsonName() + " wants one of " + String.join(", ", SOURCES));
        }
        if (settings.has("minusDays") != settings.has("date")) {
            throw settings.place().complaint("date and minusDays belong together");
        }
        return switch (chosen.get(0)) {
            case "column" -> column(settings, "column");
            case "constant" -> new Constant(textOf(settings, "constant"));
            case "template" -> template(settings);
            default -> daysBefore(field, settings, fieldDates);
        };
    }

    private Column column(YamlMap settings, String key) {
        return new Column(columns.number(textOf(settings, key), settings.placeOfValue(key)));
    }

    private static String textOf(YamlMap settings, String key) {
        String text = settings.text(key);
        if (text == null || text.isBlank()) {
            throw settings.placeOfValue(key).complaint(key + " wants a text");
        }
        return text;
    }

    private Template template(YamlMap settings) {
        String text = textOf(settings, "template");
        List<FieldSource> parts = new ArrayList<>();
        Matcher braces = COLUMN_IN_BRACES.matcher(text);
        int end = 0;
        while (braces.find()) {
            addLiteral(parts, text.substring(end, braces.start()), settings);
            parts.add(new Column(columns.number(braces.group(1), settings.placeOfValue("template"))));
            end = braces.end();
        }
        addLiteral(parts, text.substring(end), settings);
        return new Template(parts);
    }

    private static void addLiteral(List<FieldSource> parts, String literal, YamlMap settings) {
        if (literal.contains("{") || literal.contains("}")) {
            throw settings.placeOfValue("template").complaint("the template has a brace without its partner");
        }
        if (!literal.isEmpty()) {
            parts.add(new Constant(literal));
        }
    }

    private DaysBefore daysBefore(ObservationField field, YamlMap settings, DateTexts fieldDates) {
        if (field != ObservationField.OBSERVED_AT && field != ObservationField.DEPARTURE) {
            throw settings.place("date").complaint(field.jsonName() + " is not a date");
        }
        return new DaysBefore(column(settings, "date"), column(settings, "minusDays"), fieldDates);
    }

    private Set<String> absent(YamlMap settings) {
        Set<String> all = new HashSet<>(absent);
        settings.texts("absent").forEach(text -> all.add(text.strip()));
        return all;
    }

    private DateTexts dates(YamlMap settings) {
        return settings.has("dateFormat")
                ? dates(settings.texts("dateFormat"), settings.placeOfValue("dateFormat"))
                : dates;
    }

    /** Understands patterns, or complains. */
    static DateTexts dates(List<String> patterns, Place place) {
        try {
            return DateTexts.of(patterns);
        } catch (IllegalArgumentException e) {
            throw place.complaint("not a pattern of dates: " + e.getMessage());
        }
    }

    private static LetterCase letterCase(YamlMap settings) {
        boolean upper = settings.choice("upperCase", TRUTH).orElse(false);
        boolean lower = settings.choice("lowerCase", TRUTH).orElse(false);
        if (upper && lower) {
            throw settings.place("lowerCase").complaint("upperCase and lowerCase exclude each other");
        }
        if (upper) {
            return LetterCase.UPPER;
        }
        return lower ? LetterCase.LOWER : LetterCase.AS_IS;
    }

    private static @Nullable Words words(ObservationField field, YamlMap settings) {
        if (!settings.has("words")) {
            if (settings.has("otherwise")) {
                throw settings.place("otherwise").complaint("otherwise wants words");
            }
            return null;
        }
        YamlMap table = settings.map("words");
        Map<String, String> meanings = new HashMap<>();
        for (String word : table.keys()) {
            String meaning = textOf(table, word);
            ConstantCheck.check(field, meaning, table.placeOfValue(word));
            meanings.put(word, meaning);
        }
        return new Words(meanings, settings.choice("otherwise", OTHERWISE).orElse(Otherwise.REJECT));
    }

    private static void checkConstant(FieldMapping mapping, YamlMap settings) {
        if (mapping.source() instanceof Constant constant) {
            Place place = settings.placeOfValue("constant");
            try {
                String text = mapping.dates().understood(mapping.field(), constant.text());
                ConstantCheck.check(mapping.field(), text, place);
            } catch (RejectedException e) {
                throw place.complaint(e.rejection().message());
            }
        }
    }
}
