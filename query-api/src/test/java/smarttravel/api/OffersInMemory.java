package smarttravel.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import smarttravel.api.offers.MarketStanding;
import smarttravel.api.offers.Money;
import smarttravel.api.offers.Offer;
import smarttravel.api.offers.OfferKey;
import smarttravel.api.offers.OfferQuery;
import smarttravel.api.offers.OfferSearch;
import smarttravel.api.offers.PriceHistory;
import smarttravel.api.offers.PricePoint;
import smarttravel.api.offers.PriceSummary;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;
import smarttravel.events.Availability;
import smarttravel.events.Kind;

/** Offers and their history in memory, ordered by departure, provider and offer. */
final class OffersInMemory implements OfferSearch, PriceHistory {
    static final Instant SEEN = Instant.parse("2026-07-07T00:00:00Z");

    final List<Offer> offers = new CopyOnWriteArrayList<>();
    final List<PricePoint> points = new CopyOnWriteArrayList<>();
    final List<PriceSummary> summaries = new CopyOnWriteArrayList<>();
    final List<MarketStanding> standings = new CopyOnWriteArrayList<>();
    final List<OfferQuery> asked = new CopyOnWriteArrayList<>();

    static Offer offer(String offerId, LocalDate departure, String amount) {
        return new Offer(
                "ola",
                offerId,
                Kind.FLIGHT,
                "FLIGHT/EZE/CUN",
                null,
                "EZE",
                "CUN",
                null,
                null,
                null,
                null,
                null,
                null,
                departure,
                null,
                null,
                Money.of(new BigDecimal(amount), "USD"),
                null,
                Double.valueOf(amount),
                null,
                null,
                Availability.AVAILABLE,
                null,
                null,
                null,
                null,
                5,
                SEEN.minusSeconds(86_400),
                SEEN,
                SEEN,
                null,
                null);
    }

    static PricePoint point(Instant at, String amount) {
        Money price = Money.of(new BigDecimal(amount), "USD");
        return new PricePoint(at, price, null, null, Availability.AVAILABLE, null, 30, false, false, null);
    }

    static PriceSummary summary(String offerId, long prices, String... fromMinimumToMaximum) {
        List<BigDecimal> five = new ArrayList<>();
        for (String amount : fromMinimumToMaximum) {
            five.add(new BigDecimal(amount));
        }
        return new PriceSummary(
                new OfferKey("ola", offerId),
                "USD",
                prices,
                SEEN.minusSeconds(86_400),
                SEEN,
                five.get(0),
                five.get(1),
                five.get(2),
                five.get(3),
                five.get(4),
                2,
                1);
    }

    @Override
    public Slice<Offer> search(OfferQuery query, PageRequest page) {
        asked.add(query);
        List<Offer> found = offers.stream()
                .filter(offer ->
                        query.destination().map(offer.destination()::equals).orElse(true))
                .sorted(Comparator.comparing(OffersInMemory::order))
                .filter(offer -> page.after()
                        .map(last -> order(offer).compareTo(String.join("|", last.values())) > 0)
                        .orElse(true))
                .limit(page.rowsToRead())
                .toList();
        return Slice.cut(
                found, page, offer -> Position.of(offer.departure().toString(), offer.provider(), offer.offerId()));
    }

    @Override
    public Optional<Offer> find(OfferKey key) {
        return offers.stream().filter(offer -> offer.key().equals(key)).findFirst();
    }

    @Override
    public List<Offer> near(Offer offer, Collection<OfferKey> named) {
        return offers.stream().filter(other -> named.contains(other.key())).toList();
    }

    @Override
    public Slice<PricePoint> prices(OfferKey offer, PageRequest page) {
        List<PricePoint> found = points.stream()
                .filter(point -> page.after()
                        .map(last -> point.observedAt().isAfter(Instant.parse(last.value(0))))
                        .orElse(true))
                .sorted(Comparator.comparing(PricePoint::observedAt))
                .limit(page.rowsToRead())
                .toList();
        return Slice.cut(found, page, point -> Position.of(point.observedAt().toString()));
    }

    @Override
    public List<PricePoint> latest(OfferKey offer, int count) {
        return points.stream()
                .filter(point -> !point.late() && Objects.nonNull(point.price()))
                .sorted(Comparator.comparing(PricePoint::observedAt).reversed())
                .limit(count)
                .toList();
    }

    @Override
    public List<PriceSummary> summaries(Collection<OfferKey> wanted) {
        return summaries.stream()
                .filter(summary -> wanted.contains(summary.offer()))
                .toList();
    }

    @Override
    public Optional<MarketStanding> standing(OfferKey offer, String market) {
        return standings.stream().findFirst();
    }

    private static String order(Offer offer) {
        return offer.departure() + "|" + offer.provider() + "|" + offer.offerId();
    }
}
