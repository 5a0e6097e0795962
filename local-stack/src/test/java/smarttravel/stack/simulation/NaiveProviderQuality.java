package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/** Providers' days once more, to check the job's tables against. Observations come in order and none is late. */
public final class NaiveProviderQuality {
    private final List<PriceObservation> all;
    private final List<PriceObservation> plausible;
    private final Map<String, List<PriceObservation>> offers = new HashMap<>();
    private final Map<String, List<PriceObservation>> plausibleOffers = new HashMap<>();

    public NaiveProviderQuality(Collection<PriceObservation> observations, Collection<PriceObservation> plausible) {
        this.all = List.copyOf(observations);
        this.plausible = List.copyOf(plausible);
        all.forEach(seen ->
                offers.computeIfAbsent(seen.key(), key -> new ArrayList<>()).add(seen));
        plausible.forEach(seen -> plausibleOffers
                .computeIfAbsent(seen.key(), key -> new ArrayList<>())
                .add(seen));
    }

    /** {@code provider|day|component|good|n} of every day from {@code from} on that has observations, sorted. */
    public Set<String> lines(LocalDate from) {
        Set<String> lines = new TreeSet<>();
        all.stream()
                .filter(seen -> !day(seen).isBefore(from))
                .map(seen -> seen.provider() + "|" + day(seen))
                .distinct()
                .forEach(place -> {
                    String[] parts = place.split("\\|", -1);
                    addDay(lines, parts[0], LocalDate.parse(parts[1]));
                });
        return lines;
    }

    private void addDay(Set<String> lines, String provider, LocalDate day) {
        List<PriceObservation> week = week(all, provider, day);
        List<PriceObservation> claims = week(plausible, provider, day).stream()
                .filter(seen -> seen.amount() != null
                        && isBeforeDeparture(seen)
                        && seen.listAmount() != null
                        && !pricesBefore(seen).isEmpty())
                .toList();
        List<PriceObservation> changes = week(plausible, provider, day.minusDays(2)).stream()
                .filter(seen -> seen.amount() != null && isBeforeDeparture(seen) && isChange(seen))
                .toList();
        List<PriceObservation> live = live(provider, day);
        Instant yesterday = hour(newest(provider, day)).minus(Duration.ofHours(23));
        add(lines, provider, day, "validity", week, seen -> true);
        add(lines, provider, day, "honesty", claims, this::isHonest);
        add(lines, provider, day, "stability", changes, seen -> !isUndone(seen));
        add(lines, provider, day, "freshness", live, seen -> !seen.observedAt().isBefore(yesterday));
        addCompleteness(lines, provider, day, week);
    }

    private static void add(
            Set<String> lines,
            String provider,
            LocalDate day,
            String component,
            List<PriceObservation> judged,
            Predicate<PriceObservation> isGood) {
        if (!judged.isEmpty()) {
            long good = judged.stream().filter(isGood).count();
            lines.add(provider + "|" + day + "|" + component + "|" + good + "|" + judged.size());
        }
    }

    private static List<PriceObservation> week(List<PriceObservation> observations, String provider, LocalDate last) {
        return observations.stream()
                .filter(seen -> seen.provider().equals(provider)
                        && !day(seen).isAfter(last)
                        && day(seen).isAfter(last.minusDays(7)))
                .toList();
    }

    private Instant newest(String provider, LocalDate day) {
        return all.stream()
                .filter(seen -> seen.provider().equals(provider) && day(seen).equals(day))
                .map(PriceObservation::observedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last observation by that day of each offer that is on sale. */
    private List<PriceObservation> live(String provider, LocalDate day) {
        Instant since = hour(newest(provider, day)).minus(Duration.ofHours(7 * 24 - 1));
        List<PriceObservation> live = new ArrayList<>();
        for (List<PriceObservation> history : offers.values()) {
            history.stream()
                    .filter(seen ->
                            seen.provider().equals(provider) && !day(seen).isAfter(day))
                    .max(Comparator.comparing(PriceObservation::observedAt))
                    .filter(last -> last.amount() != null
                            && !last.observedAt().isBefore(since)
                            && !last.departure().isBefore(day))
                    .ifPresent(live::add);
        }
        return live;
    }

    private List<PriceObservation> prices(PriceObservation like) {
        return Objects.requireNonNull(plausibleOffers.get(like.key())).stream()
                .filter(seen -> seen.amount() != null && isBeforeDeparture(seen))
                .toList();
    }

    private List<PriceObservation> pricesBefore(PriceObservation claim) {
        LocalDate since = day(claim).minusDays(30);
        return prices(claim).stream()
                .filter(seen -> seen.observedAt().isBefore(claim.observedAt())
                        && !day(seen).isBefore(since))
                .toList();
    }

    private boolean isHonest(PriceObservation claim) {
        BigDecimal list = Objects.requireNonNull(claim.listAmount());
        return list.compareTo(Objects.requireNonNull(claim.amount())) <= 0
                || pricesBefore(claim).stream()
                        .anyMatch(seen -> Objects.requireNonNull(seen.amount()).compareTo(list) >= 0);
    }

    private boolean isChange(PriceObservation seen) {
        List<PriceObservation> prices = prices(seen);
        int place = prices.indexOf(seen);
        return place > 0 && !isSamePrice(prices.get(place - 1), prices.get(place));
    }

    private boolean isUndone(PriceObservation change) {
        List<PriceObservation> prices = prices(change);
        PriceObservation before = prices.get(prices.indexOf(change) - 1);
        return prices.stream()
                .anyMatch(seen -> seen.observedAt().isAfter(change.observedAt())
                        && !seen.observedAt().isAfter(change.observedAt().plus(Duration.ofDays(2)))
                        && isSamePrice(seen, before));
    }

    private static boolean isSamePrice(PriceObservation one, PriceObservation other) {
        return Objects.requireNonNull(one.amount()).compareTo(Objects.requireNonNull(other.amount())) == 0;
    }

    private static void addCompleteness(
            Set<String> lines, String provider, LocalDate day, List<PriceObservation> week) {
        long possible = 0;
        long filled = 0;
        for (PriceObservation seen : week) {
            List<@Nullable Object> fields = fields(seen);
            possible += fields.size();
            filled += fields.stream().filter(Objects::nonNull).count();
        }
        lines.add(provider + "|" + day + "|completeness|" + filled + "|" + possible);
    }

    private static List<@Nullable Object> fields(PriceObservation seen) {
        List<@Nullable Object> fields = new ArrayList<>(
                Arrays.asList(seen.name(), seen.url(), seen.taxesIncluded(), seen.basis(), seen.occupancy()));
        if (EnumSet.of(Kind.HOTEL, Kind.PACKAGE).contains(seen.kind())) {
            fields.addAll(Arrays.asList(seen.country(), seen.hotel(), seen.stars(), seen.board(), seen.nights()));
            fields.addAll(Arrays.asList(seen.rating(), seen.reviews()));
        }
        if (EnumSet.of(Kind.FLIGHT, Kind.PACKAGE, Kind.CRUISE).contains(seen.kind())) {
            fields.addAll(Arrays.asList(seen.origin(), seen.seatsLeft()));
        }
        return fields;
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    private static boolean isBeforeDeparture(PriceObservation seen) {
        return !seen.departure().isBefore(day(seen));
    }

    private static LocalDate day(PriceObservation seen) {
        return LocalDate.ofInstant(seen.observedAt(), ZoneOffset.UTC);
    }
}
