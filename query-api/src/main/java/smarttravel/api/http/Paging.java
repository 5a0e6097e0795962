package smarttravel.api.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import smarttravel.api.paging.Cursors;
import smarttravel.api.paging.Page;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;
import smarttravel.api.problems.InvalidRequestException;

/** The {@code limit} and {@code cursor} of a list, from request to answer. */
public final class Paging {
    /** Where the page starts; the same for every list. */
    public static final Parameter<String> CURSOR = Parameters.pattern(
            "cursor",
            "[A-Za-z0-9_-]{1," + Cursors.MAX_LENGTH + "}",
            "the nextCursor of the page before",
            "the nextCursor of the page before; every other parameter but limit stays as it was");

    private static final Set<String> NOT_BOUND = Set.of("cursor", "limit");

    private final Cursors cursors;
    private final Parameter<Integer> limit;

    /** Pages of so many items unless asked otherwise, and of at most so many. */
    public Paging(Cursors cursors, int fallback, int most) {
        this.cursors = cursors;
        limit = Parameters.whole("limit", 1, most, "how many items a page has at most")
                .orElse(fallback);
    }

    /** The parameter {@code limit} of these lists. */
    public Parameter<Integer> limit() {
        return limit;
    }

    public PageRequest requested(ApiRequest request) {
        Optional<Position> after = request.find(CURSOR)
                .map(cursor -> cursors.open(request.bindingWithout(NOT_BOUND), cursor)
                        .orElseThrow(() -> new InvalidRequestException(
                                "cursor", "is not a cursor of this query; start again without it")));
        return new PageRequest(request.value(limit), after);
    }

    public <T> Page<T> answer(ApiRequest request, Slice<T> slice) {
        Function<Position, String> seal = position -> cursors.seal(request.bindingWithout(NOT_BOUND), position);
        return new Page<>(slice.rows(), slice.next().map(seal).orElse(null));
    }
}
