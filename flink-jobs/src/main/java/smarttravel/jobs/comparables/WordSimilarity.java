package smarttravel.jobs.comparables;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How alike two words are, 0 to 1: Jaro's measure with Winkler's bonus for a common beginning; short words and words with
 * digits ({@code H10}) are the same or not at all.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1989.10478785">M. A. Jaro, Advances in Record-Linkage Methodology as Applied
 *     to Matching the 1985 Census of Tampa, JASA 84 (1989)</a>
 */
final class WordSimilarity {
    /** A typing error in a word this short makes another word of it. */
    private static final int SHORT = 3;

    /**
     * What the shares of letters in common must add up to. Winkler's bonus is at most 0.4 of what is missing, so 0.92 takes a
     * Jaro measure of 0.8667, and that is (share + share + 1) / 3 at most.
     */
    private static final double LEAST_SHARED = 1.6;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private WordSimilarity() {}

    /** Symmetric; exact from {@link NameSimilarity#SAME_WORD} on, below it may say 0. */
    static double of(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        return isExactOnly(a) || isExactOnly(b) || !sharesEnough(a, b) ? 0 : JARO_WINKLER.apply(a, b);
    }

    private static boolean isExactOnly(String word) {
        return word.length() <= SHORT || word.chars().anyMatch(Character::isDigit);
    }

    /** Whether the letters in common, wherever they stand, leave room for a likeness that matters: quickly says no. */
    private static boolean sharesEnough(String a, String b) {
        int common = Math.min(lettersOf(a, letters(b)), lettersOf(b, letters(a)));
        return (double) common / a.length() + (double) common / b.length() >= LEAST_SHARED;
    }

    /** A bit for each letter; that some letters share a bit only lets more through. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }

    private static int lettersOf(String word, long letters) {
        int found = 0;
        for (int i = 0; i < word.length(); i++) {
            found += (int) ((letters >>> (word.charAt(i) & 63)) & 1);
        }
        return found;
    }
}
