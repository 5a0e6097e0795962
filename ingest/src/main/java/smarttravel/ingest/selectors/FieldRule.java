package smarttravel.ingest.selectors;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one text is read from an item: looked for, cut out, joined, translated, in this order.
 *
 * @param match what of the text is meant; a text that does not match is passed over
 * @param join what stands between the texts when all of them are meant, not only the first
 * @param words what the text means
 * @param dates how a date is written
 */
record FieldRule(
        TextSource source,
        Optional<BoundedPattern> match,
        Optional<String> join,
        Optional<WordTable> words,
        Optional<DateWords> dates) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\ufeff]+");

    Optional<String> text(Item item) {
        Stream<String> texts = source.texts(item)
                .map(FieldRule::collapsed)
                .flatMap(text -> matched(text).stream())
                .filter(text -> !text.isEmpty());
        Optional<String> found =
                join.isEmpty() ? texts.findFirst() : Optional.of(texts.collect(Collectors.joining(join.get())));
        return found.filter(text -> !text.isEmpty()).flatMap(this::translated);
    }

    private Optional<String> matched(String text) {
        return match.isEmpty()
                ? Optional.of(text)
                : Optional.ofNullable(match.get().find(text)).map(String::strip);
    }

    private Optional<String> translated(String text) {
        return words.isEmpty()
                ? Optional.of(text)
                : Optional.ofNullable(words.get().meaning(text));
    }

    private static String collapsed(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
