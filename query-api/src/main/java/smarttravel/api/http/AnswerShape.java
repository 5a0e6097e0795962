package smarttravel.api.http;

import java.util.Optional;

/**
 * What an answer looks like, for the API's description.
 *
 * @param record the record whose components are the JSON's fields
 * @param listing whether the record is an item of a page
 */
public record AnswerShape(String contentType, Optional<Class<? extends Record>> record, Listing listing) {
    /** One thing, or a page of them. */
    public enum Listing {
        ONE,
        PAGE
    }

    public static AnswerShape one(Class<? extends Record> type) {
        return new AnswerShape("application/json", Optional.of(type), Listing.ONE);
    }

    public static AnswerShape page(Class<? extends Record> item) {
        return new AnswerShape("application/json", Optional.of(item), Listing.PAGE);
    }

    public static AnswerShape plain(String contentType) {
        return new AnswerShape(contentType, Optional.empty(), Listing.ONE);
    }
}
