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

    /** A word shorter than this share of the other can't reach 0.92, so it isn't looked at. */
    private static final double LEAST_LENGTH = 0.6;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private WordSimilarity() {}

    /** Symmetric; exact from {@link NameSimilarity#SAME_WORD} on, below it may say 0. */
    static double of(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        boolean isUnlike = Math.min(a.length(), b.length()) < LEAST_LENGTH * Math.max(a.length(), b.length());
        return isUnlike || isExactOnly(a) || isExactOnly(b) ? 0 : JARO_WINKLER.apply(a, b);
    }

    private static boolean isExactOnly(String word) {
        return word.length() <= SHORT || word.chars().anyMatch(Character::isDigit);
    }
}
