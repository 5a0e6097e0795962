package smarttravel.jobs.quality;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good an offer is for what it is.
 *
 * @param minComparables fewer say nothing of an offer's value
 * @param priorReviews how many reviews at the market's mean every offer is given before its own are counted
 * @param ratingScale the best rating there is
 * @param widestSpread interquartile range over median at which the price risk is complete
 */
public record OfferQuality(int minComparables, double priorReviews, double ratingScale, double widestSpread) {
    /** What an offer is judged by. */
    public enum Aspect {
        /** Its price among comparable offers: 100 is cheaper than all. */
        VALUE,
        /** Its guests' rating, shrunk to the market's mean by how few they are. */
        RATING,
        /** Its category. */
        STARS,
        /** Its provider's score. */
        PROVIDER,
        /** How steady its price was: 100 for one that never moved. */
        PRICE_RISK
    }

    /**
     * Value counts 35, what guests say 25; stars 15, because they say what is bought rather than how good it is; the
     * provider 15; price risk 10.
     */
    public static final QualityWeights<Aspect> DEFAULT_WEIGHTS = new QualityWeights<>(Map.of(
            Aspect.VALUE,
            35.0,
            Aspect.RATING,
            25.0,
            Aspect.STARS,
            15.0,
            Aspect.PROVIDER,
            15.0,
            Aspect.PRICE_RISK,
            10.0));

    /** Three comparables, a prior of 50 reviews, ratings up to 10, and a risk complete at a spread of half the median. */
    public static final OfferQuality DEFAULT = new OfferQuality(3, 50, 10, 0.5);

    private static final int MIN_PRICES = 5;
    private static final double MOST_STARS = 5;

    /** The defaults, changed by {@code TRAVEL_OFFER_WEIGHTS}, see {@link QualityWeights#changedBy}. */
    public static QualityWeights<Aspect> weights(Map<String, String> environment) {
        return DEFAULT_WEIGHTS.changedBy(environment.getOrDefault("TRAVEL_OFFER_WEIGHTS", ""));
    }

    /** A rating as it counts; {@code assumed} when the offer has none and the market's mean stands for it. */
    public record Rated(QualityComponent component, boolean assumed) {}

    /**
     * The percentile of a price among comparable ones, ties counted half: 100 when all cost more, 0 when all cost less.
     *
     * @param comparables prices of the other offers, in the same unit
     */
    public QualityComponent value(double price, double[] comparables) {
        if (comparables.length < minComparables) {
            return QualityComponent.insufficient(comparables.length);
        }
        double beaten = 0;
        for (double other : comparables) {
            beaten += other > price ? 1 : other == price ? 0.5 : 0;
        }
        return new QualityComponent(100 * beaten / comparables.length, comparables.length);
    }

    /**
     * The Bayesian average (m C + v R) / (m + v) of the market's mean C, given {@link #priorReviews} m, and the offer's
     * rating R of v reviews. A rating without a count is taken as one review's.
     *
     * @param rating absent when unrated, which is not 0
     * @param marketMean NaN when nobody in the market is rated
     */
    public Rated rating(@Nullable Double rating, @Nullable Integer reviews, double marketMean) {
        if (Double.isNaN(marketMean)) {
            return new Rated(QualityComponent.insufficient(0), rating == null);
        }
        int count = rating == null ? 0 : reviews == null ? 1 : reviews;
        double own = rating == null ? 0 : rating;
        double shrunk = (priorReviews * marketMean + count * own) / (priorReviews + count);
        return new Rated(new QualityComponent(Math.min(100, 100 * shrunk / ratingScale), count), rating == null);
    }

    /** A market's mean rating: of the offers that are rated, each counted as often as it was reviewed; NaN for none. */
    public static double marketMean(double[] ratings, int[] reviews) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < ratings.length; i++) {
            sum += ratings[i] * reviews[i];
            count += reviews[i];
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The category out of five; absent where there is none. */
    public static QualityComponent stars(@Nullable Double stars) {
        return stars == null
                ? QualityComponent.insufficient(0)
                : new QualityComponent(Math.min(100, 100 * stars / MOST_STARS), 1);
    }

    /**
     * How steady the offer's price was: 100 less the interquartile range over the median, as a share of
     * {@link #widestSpread}.
     *
     * @param prices how many the quartiles rest on; under five say nothing
     */
    public QualityComponent priceRisk(double q1, double median, double q3, long prices) {
        if (prices < MIN_PRICES) {
            return QualityComponent.insufficient(prices);
        }
        return new QualityComponent(100 * (1 - Math.min(1, (q3 - q1) / median / widestSpread)), prices);
    }
}
