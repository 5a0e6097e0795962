package smarttravel.ingest.selectors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.yaml.Place;

/**
 * A regular expression over the words of a page nobody has seen before: it sees the first {@value #MOST_LETTERS} letters and
 * may look at {@value #MOST_STEPS} of them in all, so that no page can make it run for ever.
 */
final class BoundedPattern {
    private static final int MOST_LETTERS = 8_192;
    private static final int MOST_STEPS = 1_000_000;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Compiles, or complains about the place where it stands. */
    static BoundedPattern compile(String regex, Place place) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw place.complaint("'" + regex + "' is not a regular expression: " + e.getDescription());
        }
        if (pattern.matcher("").groupCount() > 1) {
            throw place.complaint("'" + regex + "' wants at most one group; (?:…) makes none");
        }
        return new BoundedPattern(pattern);
    }

    /** The group, or all that matched when there is none; {@code null} when nothing matches within the limits. */
    @Nullable
    String find(String text) {
        CountedText counted = new CountedText(text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS));
        Matcher matcher = pattern.matcher(counted);
        try {
            return matcher.find() ? matcher.group(matcher.groupCount()) : null;
        } catch (TooManyStepsException | StackOverflowError e) {
            return null;
        }
    }

    /** Counts how often its letters are looked at. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooManyStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyStepsException() {
            super("a pattern takes too long", null, false, false);
        }
    }
}
