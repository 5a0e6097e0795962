package smarttravel.ingest.health;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRole;

/**
 * When a page is not believed. Plain numbers in, a verdict out.
 *
 * @param pages how many pages a norm must rest on before pages are compared with it
 * @param fewerItems a page that leads on has changed when its items fall under this share of the usual
 * @param detailsMissing how many details in a row must lack an optional field that their offers had: a detail's offers are
 *     often of one hotel, and a hotel that lost its reviews is no new layout
 * @param refusedShare a page has changed when more of its items are refused, and less than half of that is usual
 * @param block how many offers make a block whose prices are compared, on one page or one by one on several
 * @param blockFactor a block's prices have shifted when their median ratio to before is this or its inverse
 * @param singleFactor the same for fewer offers than a block; seen twice, such prices are believed
 * @param detailsInARow how many details in a row must be unrecognised
 */
record DriftRule(
        int pages,
        double fewerItems,
        int detailsMissing,
        double refusedShare,
        int block,
        double blockFactor,
        double singleFactor,
        int detailsInARow) {

    static final DriftRule DEFAULT = new DriftRule(3, 0.5, 4, 0.5, 3, 3.0, 5.0, 5);

    /** Without these an offer is none. */
    private static final Set<OfferField> ESSENTIAL = EnumSet.of(
            OfferField.NAME,
            OfferField.PRICE,
            OfferField.CURRENCY,
            OfferField.DESTINATION,
            OfferField.DEPARTURE,
            OfferField.OFFER_ID);

    /** The fewest items of which a share says anything. */
    private static final int FEWEST_ITEMS = 3;

    /** Of fewer offers and links, half are soon sold out. */
    private static final int FEWEST_SHOWN = 6;

    /** What a doubt extends to. */
    enum Extent {
        /** This page alone waits for a second look. */
        PAGE,
        /** The provider is put in quarantine. */
        PROVIDER,
        /** The provider is put in quarantine, and the prices that were held back lately belong to it. */
        PROVIDER_AND_HELD_PRICES
    }

    /**
     * What is wrong with a page.
     *
     * @param reason stable code
     */
    record Drift(String reason, String message, Extent extent) {
        boolean wholeProvider() {
            return extent != Extent.PAGE;
        }
    }

    /**
     * Whether to doubt a page.
     *
     * @param earlier what the same request was answered with
     * @param lost a lasting field that all the page's offers have lost
     */
    Optional<Drift> judge(
            PageFigures page, Norm norm, EarlierPages earlier, PriceShift prices, Optional<OfferField> lost) {
        return unrecognised(page, norm)
                .or(() -> shifted(prices))
                .or(() -> lost.flatMap(field -> lost(field, page, norm)))
                .or(() -> shrunk(page, earlier))
                .or(() -> norm.pages() < pages ? Optional.empty() : changed(page, norm));
    }

    private Optional<Drift> unrecognised(PageFigures page, Norm norm) {
        boolean saysSomething = page.items() > 0 || page.leads() > 0 || page.signature() == Signature.SAYS_EMPTY;
        if (page.signature() != Signature.UNKNOWN && saysSomething) {
            return Optional.empty();
        }
        if (page.role() == PageRole.DETAIL) {
            return norm.unrecognisedInARow() + 1 < detailsInARow
                    ? Optional.of(new Drift("page-not-recognised", "a detail page was not recognised", Extent.PAGE))
                    : whole(
                            "page-not-recognised",
                            (norm.unrecognisedInARow() + 1) + " detail pages in a row were not recognised");
        }
        return whole(
                "page-not-recognised",
                "the page shows neither offers nor the words that there are none: a captcha, a consent page or a new layout");
    }

    private Optional<Drift> shifted(PriceShift prices) {
        if (prices.otherCurrency() > 0 && prices.otherCurrency() >= prices.compared()) {
            return doubted(
                    prices.otherCurrency(),
                    prices.otherCurrency() + " known offers are priced in another currency",
                    prices);
        }
        double factor = Math.max(prices.ratio(), 1 / prices.ratio());
        if (prices.compared() == 0 || factor < (prices.compared() >= block ? blockFactor : singleFactor)) {
            return Optional.empty();
        }
        String message = String.format(
                Locale.ROOT, "%d known offers cost %.3g times what they did", prices.compared(), prices.ratio());
        return doubted(prices.compared(), message, prices);
    }

    /** Offers that stand alone on their pages make a block together, even if each was seen twice. */
    private Optional<Drift> doubted(int offers, String message, PriceShift prices) {
        if (offers >= block) {
            return whole("prices-shifted", message);
        }
        if (offers + prices.heldElsewhere() >= block) {
            return Optional.of(new Drift(
                    "prices-shifted",
                    message + ", like " + prices.heldElsewhere() + " on other pages",
                    Extent.PROVIDER_AND_HELD_PRICES));
        }
        return prices.confirmed() ? Optional.empty() : Optional.of(new Drift("prices-shifted", message, Extent.PAGE));
    }

    /** Details lose offers with every departure. */
    private Optional<Drift> shrunk(PageFigures page, EarlierPages earlier) {
        boolean comparable = page.role() != PageRole.DETAIL
                && page.signature() != Signature.SAYS_EMPTY
                && earlier.pages() >= pages
                && earlier.shown() >= FEWEST_SHOWN
                && !earlier.end();
        int shown = page.items() + page.leads();
        if (!comparable || shown >= earlier.fewest() || shown >= fewerItems * earlier.shown()) {
            return Optional.empty();
        }
        return whole(
                "fewer-offers",
                String.format(
                        Locale.ROOT, "%d offers and links on a page that showed %.0f before", shown, earlier.shown()));
    }

    private Optional<Drift> changed(PageFigures page, Norm norm) {
        boolean index = page.items() == 0 && norm.pagesWithItems() < norm.pages();
        if (page.goesOn() && !index && page.items() < fewerItems * norm.itemsPerPage()) {
            return whole(
                    "fewer-offers",
                    String.format(
                            Locale.ROOT, "%d offers on a page instead of %.0f", page.items(), norm.itemsPerPage()));
        }
        if (page.items() < FEWEST_ITEMS) {
            return Optional.empty();
        }
        double refused = (double) page.refusedItems() / page.items();
        if (refused > refusedShare && norm.refusedShare() < refusedShare / 2) {
            return whole(
                    "offers-refused",
                    String.format(
                            Locale.ROOT,
                            "%d of %d offers on a page cannot be used: %s",
                            page.refusedItems(),
                            page.items(),
                            page.refused()));
        }
        return vanished(page, norm);
    }

    private Optional<Drift> lost(OfferField field, PageFigures page, Norm norm) {
        int missed = norm.missedInARow().getOrDefault(field, 0) + 1;
        if (page.role() == PageRole.DETAIL && missed < detailsMissing) {
            return Optional.empty();
        }
        return whole("field-vanished", "the page's offers have lost their " + field.jsonName());
    }

    private static Optional<Drift> vanished(PageFigures page, Norm norm) {
        return ESSENTIAL.stream()
                .filter(field -> norm.pagesWith().getOrDefault(field, 0) == norm.pagesWithItems())
                .filter(field -> page.filled().getOrDefault(field, 0) == 0)
                .findFirst()
                .flatMap(field -> whole(
                        "field-vanished",
                        String.format(
                                Locale.ROOT,
                                "%s stands with none of %d offers; the %d pages before all had it",
                                field.jsonName(),
                                page.items(),
                                norm.pagesWithItems())));
    }

    private static Optional<Drift> whole(String reason, String message) {
        return Optional.of(new Drift(reason, message, Extent.PROVIDER));
    }
}
