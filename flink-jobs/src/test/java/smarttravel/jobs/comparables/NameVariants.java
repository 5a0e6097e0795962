package smarttravel.jobs.comparables;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes a hotel's name as another seller might: each seller has a way of its own, and now and then a typing error. */
final class NameVariants {
    private static final Pattern FORMER = Pattern.compile("\\s*\\(\\s*[Ee]x[^)]*\\)?");
    private static final Pattern GENERIC =
            Pattern.compile("(?i)\\s+(?:&|and)\\s+spa\\b|\\b(?:resort|hotel|spa|apartamentos?)\\b");
    private static final List<String> PREFIXES = List.of("Hotel ", "", "HOTEL ", "", "Resort ");
    private static final List<String> SUFFIXES =
            List.of("", " 5*", " ****", " Resort & Spa", " - All Inclusive", " (Adults Only)", " ★★★★", " Hotel");

    private NameVariants() {}

    /** The same for the same seller and hotel, whatever comes before. */
    static String of(String name, String provider, String town) {
        Random seller = new Random(provider.hashCode());
        Random hotel = new Random((provider + '|' + name).hashCode() * 31L + 7);
        String written = seller.nextInt(3) == 0 ? name : FORMER.matcher(name).replaceAll("");
        if (hotel.nextInt(3) == 0) {
            String shorter = GENERIC.matcher(written).replaceAll("").strip();
            written = shorter.isEmpty() ? written : shorter;
        }
        if (hotel.nextInt(4) == 0) {
            written = mistyped(written, hotel);
        }
        if (hotel.nextInt(4) == 0 && !written.contains(town)) {
            written = hotel.nextBoolean() ? written + ", " + town : written + " (" + town + ")";
        }
        written = PREFIXES.get(hotel.nextInt(PREFIXES.size())) + written + SUFFIXES.get(hotel.nextInt(SUFFIXES.size()));
        return switch (seller.nextInt(4)) {
            case 0 -> written.toUpperCase(Locale.ROOT);
            case 1 -> accented(written);
            default -> written;
        };
    }

    /** Swaps two letters within the longest word, or leaves one out; never its first two. */
    private static String mistyped(String name, Random random) {
        String longest = "";
        for (String word : name.split("[^\\p{L}]+", -1)) {
            longest = word.length() > longest.length() ? word : longest;
        }
        if (longest.length() < 6) {
            return name;
        }
        int at = 2 + random.nextInt(longest.length() - 4);
        String wrong = random.nextBoolean()
                ? longest.substring(0, at) + longest.substring(at + 1)
                : longest.substring(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.substring(at + 2);
        return name.replace(longest, wrong);
    }

    private static String accented(String name) {
        return name.replaceFirst("a", "á").replaceFirst("o", "ó").replaceFirst("n", "ñ");
    }
}
