package smarttravel.api.fx;

import java.util.Optional;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** Which rates are known. */
public interface Rates {
    /** One page of a currency's rates, the newest first. */
    Slice<Rate> of(String currency, Optional<String> kind, PageRequest page);
}
