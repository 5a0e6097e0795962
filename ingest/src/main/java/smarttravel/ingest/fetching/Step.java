package smarttravel.ingest.fetching;

import java.net.URI;

/** How one request of a fetch ended. */
sealed interface Step {
    /** The fetch is over. */
    record Done(FetchOutcome outcome) implements Step {}

    /** The page is elsewhere. */
    record Redirect(URI to) implements Step {}

    /** It may work in a moment; if not, this is the outcome. */
    record Failed(FetchOutcome outcome) implements Step {}
}
