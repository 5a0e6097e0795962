package smarttravel.api.quality;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;

/**
 * Offers' scores in SQL, from what is stored of the offer, of its comparables and of its provider.
 *
 * <p>Value is the percentile of the price among the comparables, ties counted half: 100 when all cost more. The rating is the
 * Bayesian average (m C + v R) / (m + v) of the market's mean C, {@link #PRIOR_REVIEWS} m, and the offer's rating R of v reviews;
 * a rating without a count is one review's. C counts every rating as often as it was reviewed.
 *
 * <p>An offer that changed its board or nights stood in two holidays: how it was seen last counts.
 */
record ClickHouseOfferScores(QualitySettings settings) {
    /** Reviews at the market's mean that every offer is given before its own are counted. */
    private static final int PRIOR_REVIEWS = 50;
    /** What makes a rating of up to 10 one of up to 100. */
    private static final int RATING_SCALE = 10;
    /** What makes five stars 100. */
    private static final int STARS_SCALE = 20;

    /** A table of offers with their components and their score; {@code scope} says which, see {@link #arguments}. */
    String sql(Conditions scope) {
        return """
                SELECT *, round(%1$s, 4) AS score
                FROM
                (
                    SELECT
                        provider, offer_id, market, destination, departure, observed_at,
                        compared, prices, price_risk AS price_risk_score, provider_score,
                        if(isNull(rating), 0, ifNull(reviews, 1)) AS rated,
                        isNull(rating) AS unrated,
                        if(ranked AND compared >= %2$d,
                            100 * (compared - cheaper_offers - same_offers / 2) / compared, NULL) AS value_score,
                        if(isNull(market_rating), NULL,
                            least(100, %3$d * (%4$d * market_rating + rated * ifNull(rating, 0)) / (%4$d + rated)))
                            AS rating_score,
                        if(isNull(stars), NULL, least(100, %5$d * stars)) AS stars_score
                    FROM (SELECT * FROM travel.offer_quality WHERE %6$s) AS own
                    LEFT JOIN
                    (
                        SELECT provider, offer_id, isNotNull(provider_rank) AS ranked, offers - ranked AS compared,
                            ifNull(cheaper, 0) AS cheaper_offers, ifNull(same_price, 0) AS same_offers
                        FROM travel.comparable_offers
                        WHERE (provider, offer_id) IN (SELECT provider, offer_id FROM travel.offer_quality WHERE %6$s)
                        ORDER BY observed_at DESC
                        LIMIT 1 BY provider, offer_id
                    ) AS peers USING (provider, offer_id)
                    LEFT JOIN
                    (
                        SELECT market, sum(ifNull(reviews, 1)) AS all_reviews,
                            if(all_reviews = 0, NULL, sum(assumeNotNull(rating) * ifNull(reviews, 1)) / all_reviews)
                                AS market_rating
                        FROM travel.offer_quality
                        WHERE isNotNull(rating)
                          AND (kind, destination, market) IN
                              (SELECT kind, destination, market FROM travel.offer_quality WHERE %6$s)
                        GROUP BY market
                    ) AS markets USING (market)
                    LEFT JOIN (%7$s) AS providers USING (provider)
                )""".formatted(
                        settings.offers().mean(ClickHouseOfferScores::column),
                        OfferQuality.LEAST_OTHERS,
                        RATING_SCALE,
                        PRIOR_REVIEWS,
                        STARS_SCALE,
                        scope.sql(),
                        new ClickHouseProviderScores(settings.providers())
                                .sql(ClickHouseProviderScores.until(Optional.empty())));
    }

    /** The arguments of {@link #sql}. */
    static List<String> arguments(Conditions scope) {
        List<String> arguments = new ArrayList<>(scope.arguments());
        arguments.addAll(scope.arguments());
        arguments.addAll(scope.arguments());
        return arguments;
    }

    private static String column(OfferAspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT) + "_score";
    }

    /** A row of {@link #sql}. */
    static RatedOffer read(Row row) throws SQLException {
        return new RatedOffer(
                row.text("provider"),
                row.text("offer_id"),
                row.text("market"),
                row.text("destination"),
                row.date("departure_day"),
                row.instant("observed_ms"),
                new OfferQuality(
                        row.numberOrAbsent("score"),
                        QualityPart.of(row.numberOrAbsent("value_score"), row.whole("compared"), null),
                        rating(row.numberOrAbsent("rating_score"), row),
                        single(row.numberOrAbsent("stars_score")),
                        single(row.numberOrAbsent("provider_score")),
                        QualityPart.of(row.numberOrAbsent("price_risk_score"), row.whole("prices"), null)));
    }

    private static QualityPart rating(@Nullable Double score, Row row) throws SQLException {
        return score != null && row.flag("unrated")
                ? QualityPart.assumed(score)
                : QualityPart.of(score, row.whole("rated"), null);
    }

    /** Of what there is one or none. */
    private static QualityPart single(@Nullable Double score) {
        return QualityPart.of(score, score == null ? 0 : 1, null);
    }
}
