package smarttravel.api.paging;

import java.util.Optional;

/** How many rows are wanted, and behind which row they start. */
public record PageRequest(int limit, Optional<Position> after) {
    public PageRequest {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one row, not " + limit);
        }
    }

    /** One row more than wanted tells whether another page follows. */
    public int rowsToRead() {
        return limit + 1;
    }
}
