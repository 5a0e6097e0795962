package smarttravel.ingest.providers;

import java.util.List;
import smarttravel.ingest.offers.Extraction;

/**
 * What a strategy made of one page.
 *
 * @param follow further pages of the same crawl: the next page of a listing, details
 */
public record PageReading(Extraction extraction, List<PageRequest> follow, Signature signature) {

    /** Whether the page was recognised, so that "no offers" can be told from "not the page we know". */
    public enum Signature {
        /** It looks as this kind of page does. */
        RECOGNISED,
        /** It says in words that there is nothing to offer. */
        SAYS_EMPTY,
        /** It does not look like the provider's page: a captcha, a consent page, another layout. */
        UNKNOWN
    }

    public PageReading {
        follow = List.copyOf(follow);
    }
}
