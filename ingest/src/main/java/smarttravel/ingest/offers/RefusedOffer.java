package smarttravel.ingest.offers;

/**
 * What looked like an offer and is none that may be published.
 *
 * @param reason stable code, e.g. {@code ambiguous-amount} or {@code missing-field}
 * @param message what is wrong, for a person
 * @param read the fields that could be read
 */
public record RefusedOffer(String reason, String message, ExtractedOffer read) {}
