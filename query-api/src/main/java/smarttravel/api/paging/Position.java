package smarttravel.api.paging;

import java.util.List;

/** The sort tuple of the last row of a page, as texts: the next page starts right behind it. */
public record Position(List<String> values) {
    public Position {
        values = List.copyOf(values);
    }

    public static Position of(String... values) {
        return new Position(List.of(values));
    }

    public String value(int index) {
        return values.get(index);
    }
}
