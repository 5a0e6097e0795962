package smarttravel.ingest.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was probably meant. */
public final class Spelling {
    private Spelling() {}

    /** {@code " (did you mean 'x'?)"} for the nearest of the known names, "" when none is near. */
    public static String hint(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(written, name) <= Math.max(1, written.length() / 3))
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
    }

    /** Levenshtein distance, regardless of case; texts too different in length are simply far apart. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 8 || one.length() > 100) {
            return Integer.MAX_VALUE;
        }
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            nextRow(row, i, left.charAt(i - 1), right);
        }
        return row[right.length()];
    }

    private static void nextRow(int[] row, int i, char letter, String right) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int replaced = diagonal + (letter == right.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}
