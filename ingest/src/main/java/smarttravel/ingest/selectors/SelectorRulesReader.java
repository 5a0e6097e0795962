package smarttravel.ingest.selectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.selectors.SelectorRules.Detail;
import smarttravel.ingest.yaml.Place;
import smarttravel.ingest.yaml.YamlMap;

/** Turns the {@code rules:} of a provider's file into {@link SelectorRules}, or complains with file, line and column. */
final class SelectorRulesReader {
    private static final List<String> PAGE_KEYS =
            List.of("signature", "item", "script", "unless", "onlyWith", "parts", "fields");
    private static final List<String> KEYS = with(PAGE_KEYS, "words", "next", "detail", "search");
    private static final List<String> DETAIL_KEYS = with(PAGE_KEYS, "link");
    private static final List<String> WORD_KEYS = List.of("board", "occupancy", "soldOut", "onRequest", "empty");

    private final YamlMap rules;
    private final PageRulesReader pages;

    SelectorRulesReader(ProviderFile file) {
        this.rules = file.rules()
                .orElseThrow(
                        () -> new Place(file.id(), 1, 1).complaint("the file has no 'rules' to read its pages by"));
        this.pages = new PageRulesReader(new FieldRulesReader(file.locale().orElse(Locale.ENGLISH)));
    }

    SelectorRules read() {
        rules.allow(KEYS);
        if (!rules.has("item") && !rules.has("script")) {
            throw rules.place().complaint("rules wants 'item' or 'script': what of a page is an offer");
        }
        return new SelectorRules(
                pages.read(rules),
                rules.findMap("words").map(SelectorRulesReader::words).orElseGet(SelectorRulesReader::noWords),
                pages.fieldRules().findLink(rules, "next"),
                rules.findMap("detail").map(this::detail),
                search());
    }

    private Detail detail(YamlMap detail) {
        detail.allow(DETAIL_KEYS);
        return new Detail(
                pages.fieldRules()
                        .findLink(detail, "link")
                        .orElseThrow(() ->
                                detail.place().complaint("detail wants 'link': where a listing's item leads to it")),
                pages.read(detail));
    }

    private List<AddressTemplate> search() {
        List<AddressTemplate> templates = new ArrayList<>();
        for (String text : rules.texts("search")) {
            templates.add(AddressTemplate.compile(text, rules.placeOfValue("search")));
        }
        return templates;
    }

    private static PageWords noWords() {
        return new PageWords(WordTable.EMPTY, WordTable.EMPTY, WordTable.EMPTY, WordTable.EMPTY, WordTable.EMPTY);
    }

    private static PageWords words(YamlMap words) {
        words.allow(WORD_KEYS);
        return new PageWords(
                words.findMap("board").map(FieldRulesReader::words).orElse(WordTable.EMPTY),
                words.findMap("occupancy").map(FieldRulesReader::words).orElse(WordTable.EMPTY),
                list(words, "soldOut"),
                list(words, "onRequest"),
                list(words, "empty"));
    }

    private static WordTable list(YamlMap words, String key) {
        List<String> texts = words.texts(key);
        if (texts.stream().anyMatch(String::isBlank)) {
            throw words.placeOfValue(key).complaint(key + " wants words");
        }
        Map<String, String> meanings =
                texts.stream().collect(Collectors.toMap(Function.identity(), text -> key, (one, same) -> one));
        return new WordTable(meanings);
    }

    private static List<String> with(List<String> keys, String... more) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
