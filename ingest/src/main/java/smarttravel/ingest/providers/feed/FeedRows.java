package smarttravel.ingest.providers.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.events.RejectReason;
import smarttravel.events.Rejection;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.feeds.rows.RowCursor;
import smarttravel.ingest.feeds.rows.RowFile;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.observed.ObservationFields;

/** The rows of one feed on their way to becoming offers. */
final class FeedRows {
    private static final int MAX_SHOWN = 200;

    private final ProviderFile provider;
    private final WantedRows wanted;
    private final ObservationDraft draft = new ObservationDraft();
    private final List<ExtractedOffer> offers = new ArrayList<>();
    private final List<RefusedOffer> refused = new ArrayList<>();
    private boolean understood;
    private boolean complete;

    FeedRows(ProviderFile provider, WantedRows wanted) {
        this.provider = provider;
        this.wanted = wanted;
    }

    void readAll(RowFile file, FeedMapping mapping) throws IOException {
        try (RowCursor rows = file.open(mapping.columns())) {
            while (rows.advance()) {
                read(rows, mapping);
            }
            complete = rows.damage().isEmpty();
        }
    }

    private void read(RowCursor row, FeedMapping mapping) {
        Rejection problem = row.problem();
        if (problem != null) {
            refuse(problem, row, ExtractedOffer.builder().build());
            return;
        }
        draft.clear();
        try {
            mapping.fill(draft, row);
            checkProvider();
        } catch (RejectedException e) {
            refuse(e.rejection(), row, offer(row));
            return;
        }
        understood = true;
        if (wanted.mayInclude(draft)) {
            offers.add(offer(row));
        }
    }

    /** Two sellers in one feed could use the same ids. */
    private void checkProvider() {
        String seller = draft.text(ObservationField.PROVIDER);
        if (seller != null && !seller.equals(provider.id())) {
            throw new RejectedException(
                    RejectReason.BAD_FIELD,
                    "provider '" + seller + "' is not '" + provider.id() + "', whose feed this is; leave it out of the"
                            + " mapping and put it into offerId");
        }
    }

    private ExtractedOffer offer(RowCursor row) {
        ExtractedOffer.Builder offer = ExtractedOffer.builder();
        String origin = "line " + row.line();
        for (OfferField field : OfferField.values()) {
            ObservationField source = ObservationFields.of(field);
            if (source != null) {
                offer.put(field, draft.text(source), origin);
            }
        }
        return offer.build();
    }

    private void refuse(Rejection why, RowCursor row, ExtractedOffer read) {
        String raw = row.raw();
        String shown = raw.length() <= MAX_SHOWN ? raw : raw.substring(0, MAX_SHOWN) + "…";
        refused.add(new RefusedOffer(
                why.reason().code(), "line " + row.line() + ": " + why.message() + ": " + shown, read));
    }

    Extraction extraction() {
        return new Extraction(offers, refused);
    }

    Signature signature() {
        if (understood) {
            return Signature.RECOGNISED;
        }
        return complete && refused.isEmpty() ? Signature.SAYS_EMPTY : Signature.UNKNOWN;
    }
}
