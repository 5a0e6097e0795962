package smarttravel.api.drops;

import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** Finds price drops. */
public interface DropSearch {
    /** One page of the drops that fit, the newest first. */
    Slice<Drop> search(DropQuery query, PageRequest page);
}
