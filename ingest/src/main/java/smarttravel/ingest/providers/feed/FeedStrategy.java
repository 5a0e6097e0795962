package smarttravel.ingest.providers.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.feeds.rows.FeedException;
import smarttravel.ingest.feeds.rows.RowFile;
import smarttravel.ingest.feeds.rows.RowSource;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.yaml.YamlFileException;

/**
 * Reads rows. A feed holds everything, so every search asks for all of it, and rows that are not looked for are left out.
 *
 * <p>A bad row is refused and the next one read. A feed that is cut off gives the rows before the cut. A page that lacks a
 * column of the mapping is not the feed.
 */
final class FeedStrategy implements ProviderStrategy {
    private final ProviderFile file;
    private final Supplier<FeedMapping> mappings;

    FeedStrategy(ProviderFile file, Supplier<FeedMapping> mappings) {
        this.file = file;
        this.mappings = mappings;
    }

    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        if (criteria.kind().isPresent()
                && file.kind().isPresent()
                && !criteria.kind().equals(file.kind())) {
            return List.of();
        }
        Map<String, String> context = WantedRows.context(criteria);
        return file.start().stream()
                .map(address -> new PageRequest(address, PageRole.FEED, context))
                .toList();
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        String name = String.valueOf(page.address().getPath());
        FeedMapping mapping = mappings.get();
        RowFile rows = mapping.rowsOf(new RowSource.InMemory(name, page.text()));
        FeedRows read = new FeedRows(file, WantedRows.of(request));
        try {
            List<String> columns = rows.columns();
            if (!columns.isEmpty()) {
                mapping.check(columns);
            }
            read.readAll(rows, mapping);
        } catch (FeedException | YamlFileException e) {
            return new PageReading(Extraction.NOTHING, List.of(), Signature.UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageReading(read.extraction(), List.of(), read.signature());
    }
}
