package smarttravel.stack.sites;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import smarttravel.events.PriceObservation;

/**
 * What a site's search form asks for: a page of the offers that fit.
 *
 * @param people for how many the price is
 * @param page from 1
 */
record OfferSearch(
        Optional<String> origin,
        Optional<String> destination,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Integer> fewestNights,
        Optional<Integer> mostNights,
        Optional<Integer> people,
        int page) {
    private static final int OFFERS_PER_PAGE = 20;

    /**
     * What the form's fields are called on a site; those for nights may also end in {@code _min} and {@code _max}.
     */
    record Form(String origin, String destination, String from, String to, String nights, String people, String page) {
        OfferSearch read(SiteRequest request) {
            Optional<Integer> exactly = number(request, nights);
            return new OfferSearch(
                    request.parameter(origin),
                    request.parameter(destination),
                    date(request, from),
                    date(request, to),
                    exactly.or(() -> number(request, nights + "_min")),
                    exactly.or(() -> number(request, nights + "_max")),
                    number(request, people),
                    number(request, page).orElse(1));
        }

        private static Optional<LocalDate> date(SiteRequest request, String name) {
            try {
                return request.parameter(name).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        private static Optional<Integer> number(SiteRequest request, String name) {
            return request.parameter(name)
                    .filter(text -> text.matches("\\d{1,4}"))
                    .map(Integer::valueOf);
        }
    }

    /** What the listing of a page shows. */
    record Found(List<PriceObservation> offers, int page, int pages, int total) {
        boolean isLast() {
            return page >= pages;
        }
    }

    /** The same search, for one destination. */
    OfferSearch to(String code) {
        return new OfferSearch(origin, Optional.of(code), from, to, fewestNights, mostNights, people, page);
    }

    boolean fits(PriceObservation offer) {
        Integer nights = offer.nights();
        return origin.filter(code -> !code.equals(offer.origin())).isEmpty()
                && destination.filter(code -> !code.equals(offer.destination())).isEmpty()
                && from.filter(offer.departure()::isBefore).isEmpty()
                && to.filter(offer.departure()::isAfter).isEmpty()
                && fewestNights
                        .filter(least -> nights == null || nights < least)
                        .isEmpty()
                && mostNights.filter(most -> nights == null || nights > most).isEmpty()
                && people.filter(number -> !number.equals(offer.occupancy())).isEmpty();
    }

    Found in(Shelf shelf, List<PriceObservation> offers) {
        List<PriceObservation> fitting = offers.stream().filter(this::fits).toList();
        int pages = Math.max(1, (fitting.size() + OFFERS_PER_PAGE - 1) / OFFERS_PER_PAGE);
        int first = Math.min(fitting.size(), (Math.max(1, page) - 1) * OFFERS_PER_PAGE);
        List<PriceObservation> shown = fitting.subList(first, Math.min(fitting.size(), first + OFFERS_PER_PAGE));
        int step = shelf.has(SiteQuirk.HALF_THE_OFFERS) ? 2 : 1;
        return new Found(
                IntStream.range(0, shown.size())
                        .filter(position -> position % step == 0)
                        .mapToObj(shown::get)
                        .map(shelf::asShown)
                        .toList(),
                page,
                pages,
                fitting.size());
    }
}
