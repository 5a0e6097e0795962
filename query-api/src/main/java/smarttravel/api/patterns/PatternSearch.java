package smarttravel.api.patterns;

import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** Finds patterns of prices. */
public interface PatternSearch {
    /** One page of the patterns that fit, by their start, the newest first. */
    Slice<Pattern> search(PatternQuery query, PageRequest page);
}
