package smarttravel.api.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is answered.
 *
 * @param nextCursor what to send as {@code cursor} for the page behind this one; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
