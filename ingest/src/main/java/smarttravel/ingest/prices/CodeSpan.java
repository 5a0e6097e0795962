package smarttravel.ingest.prices;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds digits that are no amount by their looks: dates, times, phone numbers, codes of letters and digits. */
final class CodeSpan {
    private static final String FULL_DATE =
            "\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2(?:\\d{4}|\\d{2})";
    private static final String NO_MORE_DIGITS = "(?!\\d|[.,/]\\d)";
    private static final Pattern FULL = Pattern.compile("(?:" + FULL_DATE + ")" + NO_MORE_DIGITS);
    private static final Pattern DATE = Pattern.compile(
            "(?:" + FULL_DATE + "|\\d{1,2}/\\d{1,2}|20\\d\\d/\\d\\d|\\d\\d-(?:0\\d|1[0-2])(?= *$))" + NO_MORE_DIGITS);
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)");
    private static final Pattern DIALLED =
            Pattern.compile("(?:\\+\\d{9,15}|\\+\\d{1,5}[- ]\\(?\\d{1,5}\\)?(?:[- ]\\d{2,5}){0,4}"
                    + "|\\d{1,5}[- ]\\(?\\d{2,5}\\)?(?:[- ]\\d{2,5})?-\\d{4})(?![\\d.,])");
    private static final int FEWEST_DIALLED_DIGITS = 9;

    private CodeSpan() {}

    /** Where a date, time or phone number ends that starts at a place, or the place itself when there is none. */
    static int end(String text, int start) {
        for (Pattern pattern : new Pattern[] {DATE, TIME}) {
            Matcher found = matcher(pattern, text, start);
            if (found.lookingAt()) {
                return found.end();
            }
        }
        Matcher dialled = matcher(DIALLED, text, start);
        return dialled.lookingAt() && isDialled(dialled.group()) ? dialled.end() : start;
    }

    /** Where a date of day, month and year ends that starts at a place, or the place itself when there is none. */
    static int endOfFullDate(String text, int start) {
        Matcher date = matcher(FULL, text, start);
        return date.lookingAt() ? date.end() : start;
    }

    /** Where letters and digits end that are glued to a number, as in {@code 1e9}, or the place itself. */
    static int endOfGlued(String text, int numberEnd) {
        int letters = numberEnd;
        while (letters < text.length() && isLatin(text.charAt(letters)) && letters < numberEnd + 3) {
            letters++;
        }
        int digits = letters;
        if (letters > numberEnd && digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        boolean glued = letters > numberEnd
                && digits < text.length()
                && NumberText.isDigit(text.charAt(digits))
                && !isTimes(text.substring(numberEnd, letters));
        return glued ? endOfWord(text, digits) : numberEnd;
    }

    /** Where letters and digits end. */
    static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }

    private static boolean isTimes(String letters) {
        return letters.equalsIgnoreCase("x");
    }

    private static Matcher matcher(Pattern pattern, String text, int start) {
        return pattern.matcher(text)
                .region(start, Math.min(text.length(), start + 40))
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }

    private static boolean isDialled(String text) {
        long digits = text.chars().filter(c -> NumberText.isDigit((char) c)).count();
        return digits >= FEWEST_DIALLED_DIGITS;
    }
}
