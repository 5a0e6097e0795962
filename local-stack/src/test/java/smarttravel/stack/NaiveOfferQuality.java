package smarttravel.stack;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.feeds.Feed;
import smarttravel.ingest.feeds.FeedRow;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.jobs.money.UnitPrice;
import smarttravel.stack.testing.SharedFiles;
import smarttravel.stack.testing.Tables;

/**
 * Offers' scores once more, from the observations themselves: offers that were seen once, in dollars. Which offers are compared
 * is taken from the tables, how they compare is not.
 */
record NaiveOfferQuality(Map<String, PriceObservation> offers, Map<String, List<String>> comparables) {
    /** A real agency's holidays, each offer once, as if their prices were in dollars. */
    static Map<String, PriceObservation> holidays() throws IOException {
        Map<String, PriceObservation> offers = new LinkedHashMap<>();
        for (String place : List.of("dominikana", "fuerteventura", "jordania")) {
            var file = SharedFiles.require("data/wakacje-pl-2024/dane-" + place + ".json");
            FeedMapping mapping = FeedMapping.read(SharedFiles.ofProject("examples/mappings/wakacje.yaml"));
            try (Feed feed = Feed.open(file, mapping, Clock.systemUTC())) {
                while (feed.hasNext()) {
                    if (feed.next() instanceof FeedRow.Mapped mapped) {
                        PriceObservation seen = inDollars(mapped.observation());
                        offers.putIfAbsent(seen.key(), seen);
                    }
                }
            }
        }
        return offers;
    }

    static Set<String> destinations(Map<String, PriceObservation> offers) {
        return offers.values().stream().map(PriceObservation::destination).collect(Collectors.toSet());
    }

    static NaiveOfferQuality of(Map<String, PriceObservation> offers, Tables tables) {
        Map<String, List<String>> comparables = new LinkedHashMap<>();
        tables.lines(
                        "SELECT concat(provider, '/', offer_id), replaceAll(comparables, '\n', '\t') FROM travel.comparable_offers")
                .forEach(line -> {
                    String[] cells = line.split("\\|", 2);
                    comparables.put(cells[0], List.of(cells[1].split("\t", -1)));
                });
        return new NaiveOfferQuality(offers, comparables);
    }

    /** What the API should say of an offer: components in their order and the score; {@code -} for what is not known. */
    String expected(String key, double providerScore) {
        PriceObservation offer = requireNonNull(offers.get(key));
        @Nullable Double value = value(key);
        @Nullable Double rating = rating(offer);
        @Nullable Double stars = offer.stars() == null ? null : (Double) Math.min(100, offer.stars() * 20);
        return line(
                Arrays.asList(value, rating, stars, providerScore, null),
                mean(Arrays.asList(value, rating, stars, providerScore, null)),
                others(key).size() + (offer.rating() == null && rating != null ? " assumed" : " " + reviews(offer)));
    }

    /** The same as the API says it. */
    static String said(JsonNode quality) {
        List<@Nullable Double> parts = new ArrayList<>();
        for (String part : List.of("value", "rating", "stars", "provider", "priceRisk")) {
            parts.add(number(quality.at("/" + part + "/score")));
        }
        boolean isAssumed = quality.at("/rating/status").asText().equals("assumed");
        return line(
                parts,
                number(quality.path("score")),
                quality.at("/value/n").asInt()
                        + (isAssumed
                                ? " assumed"
                                : " " + quality.at("/rating/n").asInt()));
    }

    private List<Double> others(String key) {
        return comparables.getOrDefault(key, List.of()).stream()
                .filter(other -> !other.equals(key))
                .map(other -> UnitPrice.of(requireNonNull(offers.get(other))))
                .toList();
    }

    private @Nullable Double value(String key) {
        double own = UnitPrice.of(requireNonNull(offers.get(key)));
        List<Double> others = others(key);
        double beaten = others.stream()
                .mapToDouble(other -> other > own ? 1 : other == own ? 0.5 : 0)
                .sum();
        return others.size() < 3 ? null : (Double) (100 * beaten / others.size());
    }

    private @Nullable Double rating(PriceObservation offer) {
        List<PriceObservation> rated = offers.values().stream()
                .filter(other -> other.rating() != null && Market.of(other).equals(Market.of(offer)))
                .toList();
        double reviews = rated.stream().mapToDouble(NaiveOfferQuality::reviews).sum();
        if (reviews == 0) {
            return null;
        }
        double mean = rated.stream()
                        .mapToDouble(other -> reviews(other) * requireNonNull(other.rating()))
                        .sum()
                / reviews;
        double own = Optional.ofNullable(offer.rating()).orElse(0.0);
        return Math.min(100, 10 * (50 * mean + reviews(offer) * own) / (50 + reviews(offer)));
    }

    private static int reviews(PriceObservation offer) {
        return offer.rating() == null ? 0 : offer.reviews() == null ? 1 : offer.reviews();
    }

    private static @Nullable Double mean(List<@Nullable Double> parts) {
        double[] weights = {35, 25, 15, 15, 10};
        double known = 0;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            Double part = parts.get(i);
            if (part != null) {
                known += weights[i];
                sum += weights[i] * part;
            }
        }
        return known < 50 ? null : (Double) (Math.round(1e4 * sum / known) / 1e4);
    }

    private static String line(List<@Nullable Double> parts, @Nullable Double score, String rest) {
        List<String> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(text(part)));
        return String.join(" ", texts) + " = " + text(score) + ", " + rest;
    }

    private static String text(@Nullable Double number) {
        return number == null ? "-" : "%.3f".formatted(number);
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isMissingNode() ? null : (Double) node.asDouble();
    }

    private static PriceObservation inDollars(PriceObservation seen) {
        return new PriceObservation(
                seen.provider(),
                seen.offerId(),
                seen.kind(),
                seen.name(),
                seen.origin(),
                seen.destination(),
                seen.country(),
                seen.hotel(),
                seen.stars(),
                seen.board(),
                seen.boardText(),
                seen.nights(),
                seen.departure(),
                seen.occupancy(),
                seen.basis(),
                seen.amount(),
                "USD",
                seen.fxKind(),
                seen.listAmount(),
                seen.taxesIncluded(),
                seen.availability(),
                seen.seatsLeft(),
                seen.rating(),
                seen.reviews(),
                seen.url(),
                seen.observedAt(),
                seen.fetchId());
    }
}
