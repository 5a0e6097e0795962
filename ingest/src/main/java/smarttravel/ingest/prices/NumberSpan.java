package smarttravel.ingest.prices;

/** Finds where a number ends in a plain text: its digits and the separators that belong to it. */
final class NumberSpan {
    private final String text;
    private final boolean amount;
    private int end;
    private boolean spaced;
    private boolean pointed;

    private NumberSpan(String text, int start, boolean amount) {
        this.text = text;
        this.end = start;
        this.amount = amount;
    }

    /** Whether a number starts here: at a digit, or at points before digits that end no word ({@code $.75}). */
    static boolean startsAt(String text, int place) {
        int digit = place;
        while (digit < text.length() && digit < place + 2 && text.charAt(digit) == '.') {
            digit++;
        }
        boolean pointsAfterWord = digit > place && place > 0 && Character.isLetterOrDigit(text.charAt(place - 1));
        return isDigit(text, digit) && !pointsAfterWord;
    }

    /** Where the number that starts at a place ends. */
    static int end(String text, int start) {
        return new NumberSpan(text, start, false).end();
    }

    /** Where the amount ends that starts after a currency: what counts something is no group of it. */
    static int endOfAmount(String text, int start) {
        return new NumberSpan(text, start, true).end();
    }

    private int end() {
        while (charAt(end) == '.') {
            end++;
        }
        digits();
        while (separatorAndDigits()) {
            digits();
        }
        dashForNoDecimals();
        return end;
    }

    private void digits() {
        while (isDigit(text, end)) {
            end++;
        }
    }

    private boolean separatorAndDigits() {
        char separator = charAt(end);
        if (separator == ' ') {
            return spaceBeforeGroup() || spaceBeforeDecimals();
        }
        boolean joins = isDigit(text, end + 1) && isSeparator(separator);
        if (joins && spaced && separator != '\'' && groupLength(end + 1) == 3) {
            return false;
        }
        if (joins || isSpacedDecimal(separator)) {
            pointed = true;
            end += joins ? 1 : 2;
            return true;
        }
        return false;
    }

    /** The space of {@code 1 299}, which is none between two numbers: three digits follow, one to three stand before. */
    private boolean spaceBeforeGroup() {
        int before = 0;
        while (before < 4 && isDigit(text, end - before - 1)) {
            before++;
        }
        boolean group = before <= 3 && (!spaced || before == 3) && groupLength(end + 1) == 3;
        if (pointed || !group || (text.charAt(end - before) == '0' && !spaced) || isPercent(end + 4)) {
            return false;
        }
        if (amount && isCounted(end + 4)) {
            return false;
        }
        spaced = true;
        end++;
        return true;
    }

    /** {@code 12 .99} */
    private boolean spaceBeforeDecimals() {
        boolean decimals = charAt(end + 1) == '.' && groupLength(end + 2) == 2 && !isSeparator(charAt(end + 4));
        if (pointed || !decimals) {
            return false;
        }
        pointed = true;
        end += 2;
        return true;
    }

    /** {@code 119. 95}, where no word follows that counts something ({@code 999. 10 noches}). */
    private boolean isSpacedDecimal(char separator) {
        if ((separator != '.' && separator != ',') || (pointed && separator == '.') || charAt(end + 1) != ' ') {
            return false;
        }
        int after = end + 4;
        if (groupLength(end + 2) != 2 || isPercent(after) || (isSeparator(charAt(after)) && isDigit(text, after + 1))) {
            return false;
        }
        int word = charAt(after) == ' ' ? after + 1 : after;
        return charAt(word) != '/' && charAt(word) != ':' && !isCounted(after);
    }

    /** Whether the word there, or after a space, says what is counted. */
    private boolean isCounted(int place) {
        int word = charAt(place) == ' ' ? place + 1 : place;
        return PriceWords.meanings(wordAt(word)).contains(PriceWords.Meaning.COUNTED);
    }

    private String wordAt(int start) {
        int stop = start;
        while (stop < text.length() && stop < start + 20 && Character.isLetter(text.charAt(stop))) {
            stop++;
        }
        return text.substring(Math.min(start, stop), stop);
    }

    /** {@code 1.298,-} and {@code 105. –}: a dash where decimals would be. */
    private void dashForNoDecimals() {
        int place = end;
        if (charAt(place) != '.' && charAt(place) != ',') {
            return;
        }
        place++;
        if (charAt(place) == ' ' && charAt(place + 1) == PlainText.DASH) {
            place++;
        }
        int dashes = place;
        while (dashes < place + 2
                && (charAt(dashes) == '-' || charAt(dashes) == PlainText.DASH || charAt(dashes) == '=')) {
            dashes++;
        }
        if (dashes > place && !isDigit(text, dashes)) {
            end = dashes;
        }
    }

    private boolean isPercent(int place) {
        return charAt(place) == '%' || (charAt(place) == ' ' && charAt(place + 1) == '%');
    }

    private int groupLength(int start) {
        int length = 0;
        while (length < 4 && isDigit(text, start + length)) {
            length++;
        }
        return length;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ',' || c == '\'' || c == PlainText.ARABIC_DECIMAL || c == PlainText.ARABIC_GROUP;
    }

    private char charAt(int place) {
        return place < text.length() ? text.charAt(place) : '\n';
    }

    private static boolean isDigit(String text, int place) {
        return place >= 0 && place < text.length() && NumberText.isDigit(text.charAt(place));
    }
}
