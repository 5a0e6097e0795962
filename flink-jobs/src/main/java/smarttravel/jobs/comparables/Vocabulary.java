package smarttravel.jobs.comparables;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that say little about which hotel it is: read once from the lists beside this class. */
final class Vocabulary {
    /** Words of this length may be mistyped and still are what they are. */
    private static final int LONG = 8;

    private static final Properties WORDS = read("hotel-words.properties");
    private static final Properties PLACES = read("place-words.properties");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** Words that are dropped: what every hotel is or has. */
    static final Set<String> GENERIC = single("generic");
    /** Words that many hotels share. */
    static final Set<String> COMMON = single("common");
    /** Words about who may stay. */
    static final Set<String> QUALIFIER = single("qualifier");
    /** Hotel chains and brands, as phrases. */
    static final List<List<String>> CHAINS = phrases(list(WORDS, "chain"));

    private Vocabulary() {}

    /** What a destination and the towns around it are called, none when it is not listed. */
    static List<String> namesOf(String destination) {
        return list(PLACES, destination);
    }

    /** Phrases as words without generic ones, longest first, so that the longest is found first. */
    static List<List<String>> phrases(Iterable<String> texts) {
        List<List<String>> phrases = new ArrayList<>();
        for (String text : texts) {
            List<String> words = wordsOf(PlainText.of(text));
            if (!words.isEmpty() && !phrases.contains(words)) {
                phrases.add(words);
            }
        }
        phrases.sort((a, b) -> Integer.compare(b.size(), a.size()));
        return List.copyOf(phrases);
    }

    /** The words of plain text that are not generic. */
    static List<String> wordsOf(String plain) {
        return Arrays.stream(SEPARATORS.split(plain))
                .filter(word -> !word.isEmpty() && !isGeneric(word))
                .toList();
    }

    private static boolean isGeneric(String word) {
        return GENERIC.contains(word)
                || (word.length() >= LONG
                        && GENERIC.stream()
                                .anyMatch(generic -> generic.length() >= LONG
                                        && WordSimilarity.of(generic, word) >= HotelName.MISTYPED));
    }

    private static Set<String> single(String key) {
        return list(WORDS, key).stream().collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> list(Properties properties, String key) {
        String all = properties.getProperty(key, "").trim();
        return all.isEmpty() ? List.of() : List.of(COMMA.split(all));
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
