package smarttravel.api.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of rows, and where the next page starts when there is one. */
public record Slice<T>(List<T> rows, Optional<Position> next) {
    public Slice {
        rows = List.copyOf(rows);
    }

    /** Cuts what was read for a page ({@link PageRequest#rowsToRead}) to its limit. */
    public static <T> Slice<T> cut(List<T> read, PageRequest page, Function<T, Position> position) {
        if (read.size() <= page.limit()) {
            return new Slice<>(read, Optional.empty());
        }
        List<T> kept = read.subList(0, page.limit());
        return new Slice<>(kept, Optional.of(position.apply(kept.get(kept.size() - 1))));
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> change) {
        return new Slice<>(rows.stream().<R>map(change).toList(), next);
    }
}
