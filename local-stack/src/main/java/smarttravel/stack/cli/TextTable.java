package smarttravel.stack.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows as aligned columns: numbers to the right, text to the left, what is absent as a dash. */
final class TextTable {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,]+(\\.\\d+)?%?");
    private static final String ABSENT = "–";

    private final String[] columns;
    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... columns) {
        this.columns = columns.clone();
    }

    /** Adds a row with one cell per column. */
    void add(@Nullable String... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? ABSENT : printable(cell))
                .toArray(String[]::new));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintWriter out) {
        int[] widths = new int[columns.length];
        boolean[] numeric = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    columns[i].length(),
                    rows.stream().mapToInt(row -> row[column].length()).max().orElse(0));
            numeric[i] = rows.stream()
                    .allMatch(row -> row[column].equals(ABSENT)
                            || NUMBER.matcher(row[column]).matches());
        }
        line(out, columns, widths, numeric);
        line(out, Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new), widths, numeric);
        rows.forEach(row -> line(out, row, widths, numeric));
    }

    private static void line(PrintWriter out, String[] cells, int[] widths, boolean[] numeric) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String gap = " ".repeat(widths[i] - cells[i].length());
            line.append(i == 0 ? "" : "  ").append(numeric[i] ? gap + cells[i] : cells[i] + gap);
        }
        out.println(line.toString().stripTrailing());
    }

    /** A control character in a name must not move the reader's cursor. */
    private static String printable(String cell) {
        return cell.chars().anyMatch(Character::isISOControl) ? cell.replaceAll("\\p{Cntrl}", "�") : cell;
    }
}
