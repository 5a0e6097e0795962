package smarttravel.ingest.structured;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.structured.items.Item;

/** What markup says about how a thing is rated. A rating of 0 or by nobody is none. */
final class Rating {
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,4}(?:[.,]\\d{1,20})?)(?![\\d.,]).{0,20}");
    /** Not {@code 1.2K}, which is about 1200 and neither 1 nor 2. */
    private static final Pattern COUNT = Pattern.compile(
            "\\s*(\\d{1,3}(?:[., ]\\d{3})+|\\d{1,9}+)" + "(?!\\d|[.,]0*[1-9]|(?:[.,]0+)?\\s?(?:[kKmM]|mil)\\b).{0,20}");

    private Rating() {}

    static void put(ExtractedOffer.Builder offer, @Nullable Item thing) {
        if (thing == null) {
            return;
        }
        for (Item rating : thing.items("aggregateRating")) {
            Said value = number(Said.first(rating, "ratingValue"));
            Said reviews = count(Said.first(rating, "reviewCount", "ratingCount"));
            boolean rated = value != null && new BigDecimal(value.text()).signum() > 0;
            if (rated && (reviews == null || !reviews.text().equals("0"))) {
                TripFields.put(offer, OfferField.RATING, value);
                TripFields.put(offer, OfferField.RATING_MAX, number(Said.first(rating, "bestRating")));
                TripFields.put(offer, OfferField.REVIEW_COUNT, reviews);
                return;
            }
        }
    }

    /** The number a text begins with, with a point; {@code null} when it begins with none. */
    static @Nullable Said number(@Nullable Said said) {
        Matcher number = NUMBER.matcher(said == null ? "" : said.text());
        return said != null && number.matches() ? new Said(number.group(1).replace(',', '.'), said.origin()) : null;
    }

    private static @Nullable Said count(@Nullable Said said) {
        Matcher number = COUNT.matcher(said == null ? "" : said.text());
        if (said == null || !number.matches()) {
            return null;
        }
        String digits = number.group(1).replaceAll("[., ]", "");
        return new Said(new BigDecimal(digits).toPlainString(), said.origin());
    }
}
