package smarttravel.stack.cli;

import java.net.URI;
import java.util.Optional;
import smarttravel.ingest.pages.Page;

/** Fetches the one page that a command is asked about. */
final class PageDownload {
    private PageDownload() {}

    /** The page at an address; empty as long as nothing here can fetch one. */
    static Optional<Page> fetch(URI address) {
        return Optional.empty();
    }
}
