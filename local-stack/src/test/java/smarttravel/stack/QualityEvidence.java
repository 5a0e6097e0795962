package smarttravel.stack;

import java.util.Set;
import java.util.TreeSet;
import smarttravel.stack.testing.Tables;

/** What the quality tables say, and the same from raw history by plain SQL, slow and written apart. */
record QualityEvidence(Tables tables) {
    /** {@code provider|day|component|good|n} of every component but one that rests on days before. */
    Set<String> stored(String components, String where) {
        return new TreeSet<>(tables.lines("""
                SELECT provider, toString(day), component, good, n FROM travel.provider_quality
                WHERE n > 0 AND component IN (%s) AND %s""".formatted(components, where)));
    }

    /** As {@link #stored}: of offers that compete on their providers' newest days. */
    Set<String> competing() {
        return new TreeSet<>(tables.lines("""
                SELECT provider, toString(any(newest)), 'competitiveness', countIf(provider_rank = 1), count()
                FROM travel.comparable_offers AS offers
                INNER JOIN
                (
                    SELECT provider, toDate(max(observed_at)) AS newest
                    FROM travel.price_observations WHERE NOT late GROUP BY provider
                ) AS days USING (provider)
                WHERE departure >= newest AND providers > 1 AND isNotNull(provider_rank)
                GROUP BY provider"""));
    }

    /** Validity when nothing was refused. */
    Set<String> accepted() {
        return new TreeSet<>(tables.lines("""
                SELECT provider, toString(day) AS day_text, 'validity', good, good FROM
                (
                    SELECT provider, toDate(observed_at) AS day,
                        sum(count()) OVER (PARTITION BY provider ORDER BY day RANGE BETWEEN 6 PRECEDING AND CURRENT ROW) AS good
                    FROM travel.price_observations WHERE NOT late GROUP BY provider, day
                )"""));
    }

    /** Live offers, by clock hours. */
    Set<String> fresh() {
        return new TreeSet<>(tables.lines("""
                SELECT provider, toString(day), 'freshness', countIf(last_hour > end_hour - 24), count()
                FROM
                (
                    SELECT provider, day, offer_id, any(departs) AS departure, max(hour) AS last_hour,
                        argMax(priced, at) AS on_sale
                    FROM
                    (
                        SELECT provider, offer_id, observed_at AS at, intDiv(toUnixTimestamp(observed_at), 3600) AS hour,
                            departure AS departs, isNotNull(amount) AS priced,
                            toDate(observed_at) + arrayJoin(range(9)) AS day
                        FROM travel.price_observations WHERE NOT late
                    )
                    GROUP BY provider, day, offer_id
                ) AS offers
                INNER JOIN
                (
                    SELECT provider, toDate(observed_at) AS day,
                        max(intDiv(toUnixTimestamp(observed_at), 3600)) AS end_hour
                    FROM travel.price_observations WHERE NOT late GROUP BY provider, day
                ) AS days USING (provider, day)
                WHERE departure >= day AND last_hour > end_hour - 168 AND on_sale
                GROUP BY provider, day"""));
    }

    /** Price changes that were decided two days later, summed over the week; on days on which something was seen. */
    Set<String> stable() {
        return new TreeSet<>(tables.lines("""
                SELECT provider, toString(day), 'stability', good, n
                FROM
                (
                    SELECT provider, day, sum(sum(kept)) OVER week AS good, sum(sum(changes)) OVER week AS n,
                        max(seen) AS is_seen
                    FROM
                    (
                        SELECT provider, toDate(observed_at) + 2 AS day, NOT undone AS kept, 1 AS changes, 0 AS seen
                        FROM
                        (
                            SELECT provider, observed_at, price,
                                lagInFrame(price, 1, 0) OVER (PARTITION BY provider, offer_id ORDER BY observed_at
                                    ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS previous,
                                has(groupArray(price) OVER (PARTITION BY provider, offer_id
                                    ORDER BY toUnixTimestamp64Milli(observed_at)
                                    RANGE BETWEEN CURRENT ROW AND 172800000 FOLLOWING), previous) AS undone
                            FROM
                            (
                                SELECT provider, offer_id, observed_at, toInt64(assumeNotNull(amount) * 10000) AS price
                                FROM travel.price_observations
                                WHERE NOT late AND NOT quarantined AND isNotNull(amount) AND departure >= toDate(observed_at)
                            )
                        )
                        WHERE previous != 0 AND price != previous
                        UNION ALL
                        SELECT DISTINCT provider, toDate(observed_at) AS day, 0 AS kept, 0 AS changes, 1 AS seen
                        FROM travel.price_observations WHERE NOT late
                    )
                    GROUP BY provider, day
                    WINDOW week AS (PARTITION BY provider ORDER BY day RANGE BETWEEN 6 PRECEDING AND CURRENT ROW)
                )
                WHERE is_seen AND n > 0"""));
    }
}
