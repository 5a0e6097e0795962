package smarttravel.ingest.feeds.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smarttravel.events.ObservationField;
import smarttravel.ingest.feeds.rows.FeedFormat;
import smarttravel.ingest.yaml.Spelling;
import smarttravel.ingest.yaml.YamlMap;

/** Turns the tree of a mapping file into a {@link FeedMapping}, or complains. */
final class MappingReader {
    private static final List<String> KEYS =
            List.of("format", "separator", "charset", "absent", "dates", "withoutPrice", "fields");
    static final List<ObservationField> MANDATORY = List.of(
            ObservationField.PROVIDER,
            ObservationField.OFFER_ID,
            ObservationField.KIND,
            ObservationField.DESTINATION,
            ObservationField.DEPARTURE,
            ObservationField.AMOUNT,
            ObservationField.CURRENCY,
            ObservationField.OBSERVED_AT);
    private static final List<String> FIELD_NAMES = Arrays.stream(ObservationField.values())
            .map(ObservationField::jsonName)
            .toList();

    private static final Map<String, FeedFormat> FORMATS =
            Map.of("csv", FeedFormat.CSV, "json", FeedFormat.JSON, "jsonl", FeedFormat.JSONL);
    private static final Map<String, Character> SEPARATORS =
            Map.of(",", ',', ";", ';', "|", '|', "tab", '\t', "\t", '\t');
    private static final Map<String, WithoutPrice> WITHOUT_PRICE =
            Map.of("sold-out", WithoutPrice.SOLD_OUT, "reject", WithoutPrice.REJECT);

    private final YamlMap top;
    private final Collection<ObservationField> mandatory;

    MappingReader(YamlMap top, Collection<ObservationField> mandatory) {
        this.top = top;
        this.mandatory = mandatory;
    }

    FeedMapping read() {
        top.allow(KEYS);
        ColumnTable columns = new ColumnTable();
        FieldReader reader =
                new FieldReader(columns, absent(), FieldReader.dates(top.texts("dates"), top.placeOfValue("dates")));
        return new FeedMapping(
                top.choice("format", FORMATS).orElse(null),
                top.choice("separator", SEPARATORS).orElse(null),
                charset(),
                top.choice("withoutPrice", WITHOUT_PRICE).orElse(WithoutPrice.REJECT),
                columns,
                fields(reader));
    }

    private List<FieldMapping> fields(FieldReader reader) {
        YamlMap fields = top.map("fields");
        List<FieldMapping> mappings = new ArrayList<>();
        for (String name : fields.keys()) {
            ObservationField field = ObservationField.named(name);
            if (field == null) {
                throw fields.place(name).complaint("unknown field '" + name + "'" + Spelling.hint(name, FIELD_NAMES));
            }
            mappings.add(reader.read(field, fields));
        }
        for (ObservationField field : mandatory) {
            if (!fields.has(field.jsonName())) {
                throw top.place("fields").complaint("the mandatory field '" + field.jsonName() + "' is missing");
            }
        }
        return mappings;
    }

    private Set<String> absent() {
        Set<String> texts = new HashSet<>(Set.of(""));
        top.texts("absent").forEach(text -> texts.add(text.strip()));
        return texts;
    }

    private Charset charset() {
        String name = top.text("charset");
        if (name == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset charset = Charset.forName(name);
            if (holdsAscii(charset)) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw top.placeOfValue("charset").complaint("charset '" + name + "' is not known");
        }
        throw top.placeOfValue("charset")
                .complaint("charset '" + name + "' is not one that holds ASCII as it is; convert the file to UTF-8");
    }

    private static boolean holdsAscii(Charset charset) {
        String ascii = "\t\n\r \",;{}[]aZ09";
        return charset.canEncode() && Arrays.equals(ascii.getBytes(charset), ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
