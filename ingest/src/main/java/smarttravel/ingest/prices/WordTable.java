package smarttravel.ingest.prices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Reads the tables of words beside this class: lines of {@code MEANING = words}, with underscores for spaces. */
final class WordTable {
    private static final String EQUALS = " = ";

    private WordTable() {}

    /** Hands over the meaning and the words of each line. */
    static void read(String name, BiConsumer<String, List<String>> line) {
        try (InputStream table = WordTable.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(text -> !text.startsWith("#") && text.contains(EQUALS))
                    .forEach(text -> line.accept(
                            text.substring(0, text.indexOf(EQUALS)),
                            words(text.substring(text.indexOf(EQUALS) + EQUALS.length()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split(" +", -1))
                .map(word -> word.replace('_', ' '))
                .toList();
    }
}
