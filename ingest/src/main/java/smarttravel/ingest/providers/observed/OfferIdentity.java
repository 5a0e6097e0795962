package smarttravel.ingest.providers.observed;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.offers.OfferField;

/**
 * The identity of an offer whose source names none: {@code origin-destination-hotel-departure-nights-board-occupancy-basis}
 * of what is known of it, the hotel (without one the name) as lower-case words. The same offer gets the same identity as
 * long as the source says the same of it; its price, availability, rating and address are no part of it.
 *
 * <p>There is none without destination and departure, nor when neither hotel nor name nor origin is known.
 */
final class OfferIdentity {
    private static final int MAX_NAME = 120;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<OfferField> AFTER_NAME =
            List.of(OfferField.DEPARTURE, OfferField.NIGHTS, OfferField.BOARD, OfferField.OCCUPANCY, OfferField.BASIS);

    private OfferIdentity() {}

    static Optional<String> of(Map<OfferField, String> offer) {
        String name = words(offer.getOrDefault(OfferField.HOTEL, offer.getOrDefault(OfferField.NAME, "")));
        boolean told = !name.isEmpty() || offer.containsKey(OfferField.ORIGIN);
        if (!told || !offer.containsKey(OfferField.DESTINATION) || !offer.containsKey(OfferField.DEPARTURE)) {
            return Optional.empty();
        }
        Stream<@Nullable String> start = Stream.of(
                offer.get(OfferField.ORIGIN), offer.get(OfferField.DESTINATION), name.isEmpty() ? null : name);
        return Optional.of(Stream.concat(start, AFTER_NAME.stream().map(offer::get))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("-")));
    }

    private static String words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String words = BETWEEN_WORDS.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
        return words.length() <= MAX_NAME
                ? words
                : words.substring(0, MAX_NAME) + '-' + Integer.toHexString(words.hashCode());
    }
}
