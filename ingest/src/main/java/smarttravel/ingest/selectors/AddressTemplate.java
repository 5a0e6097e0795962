package smarttravel.ingest.selectors;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.yaml.DatePattern;
import smarttravel.ingest.yaml.Place;

/**
 * An address that asks for criteria: {@code https://host/search?to={destination}&from={departureFrom:dd/MM/yyyy}}.
 *
 * @param placeholders what the address is filled with, and dates in which form
 */
record AddressTemplate(String text, Map<String, Optional<DateTimeFormatter>> placeholders) {
    private static final Pattern BRACES = Pattern.compile("\\{([A-Za-z]+)(?::([^{}]*))?}");
    private static final Map<String, Function<SearchCriteria, Optional<LocalDate>>> DATES =
            Map.of("departureFrom", SearchCriteria::departureFrom, "departureTo", SearchCriteria::departureTo);
    private static final Map<String, Function<SearchCriteria, Optional<String>>> WORDS = Map.of(
            "kind", criteria -> criteria.kind().map(Enum::name),
            "origin", SearchCriteria::origin,
            "destination", SearchCriteria::destination,
            "nightsMin", criteria -> text(criteria.nightsMin()),
            "nightsMax", criteria -> text(criteria.nightsMax()),
            "occupancy", criteria -> text(criteria.occupancy()));

    /** Which placeholders say what the pages' offers have in common. */
    private static final List<String> SHARED_BY_ALL = List.of("kind", "origin", "destination", "occupancy");

    AddressTemplate {
        placeholders = Map.copyOf(placeholders);
    }

    /** Understands a template, or complains about the place where it stands. */
    static AddressTemplate compile(String text, Place place) {
        Map<String, Optional<DateTimeFormatter>> placeholders = new HashMap<>();
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            String inside = braces.group().substring(1, braces.group().length() - 1);
            placeholders.put(inside, form(braces.group(1), braces.group(2), place));
        }
        try {
            if (URI.create(BRACES.matcher(text).replaceAll("0")).getHost() == null) {
                throw place.complaint("'" + text + "' is not an absolute address");
            }
        } catch (IllegalArgumentException e) {
            throw place.complaint("'" + text + "' is not an address");
        }
        return new AddressTemplate(text, placeholders);
    }

    private static Optional<DateTimeFormatter> form(
            String name, @org.jspecify.annotations.Nullable String pattern, Place place) {
        if (!DATES.containsKey(name) && !WORDS.containsKey(name)) {
            TreeSet<String> known = new TreeSet<>(DATES.keySet());
            known.addAll(WORDS.keySet());
            throw place.complaint("{" + name + "} is none of the criteria " + String.join(", ", known));
        }
        if (pattern == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    DatePattern.append(new DateTimeFormatterBuilder(), pattern).toFormatter(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw place.complaint("'" + pattern + "' is not a pattern of dates");
        }
    }

    /** The page that these criteria ask for; empty when they do not say what the address wants to know. */
    Optional<PageRequest> fill(SearchCriteria criteria) {
        Map<String, String> context = new HashMap<>();
        String address = text;
        for (Map.Entry<String, Optional<DateTimeFormatter>> placeholder : placeholders.entrySet()) {
            String name = placeholder.getKey().replaceAll(":.*", "");
            Optional<String> value = value(name, placeholder.getValue(), criteria);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (SHARED_BY_ALL.contains(name)) {
                context.put(name, value.get());
            }
            address = address.replace(
                    "{" + placeholder.getKey() + "}", URLEncoder.encode(value.get(), StandardCharsets.UTF_8));
        }
        return Optional.of(new PageRequest(URI.create(address), PageRole.LISTING, context));
    }

    private static Optional<String> value(String name, Optional<DateTimeFormatter> form, SearchCriteria criteria) {
        Function<SearchCriteria, Optional<LocalDate>> date = DATES.get(name);
        if (date != null) {
            return date.apply(criteria).map(day -> day.format(form.orElse(DateTimeFormatter.ISO_LOCAL_DATE)));
        }
        return WORDS.getOrDefault(name, unknown -> Optional.empty()).apply(criteria);
    }

    private static Optional<String> text(java.util.OptionalInt number) {
        return number.isPresent() ? Optional.of(String.valueOf(number.getAsInt())) : Optional.empty();
    }
}
