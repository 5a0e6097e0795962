package smarttravel.ingest.crawling.ledger;

import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import smarttravel.events.PriceObservation;

/** Keeps each offer's last price, so that it is known where prices move. */
final class PostgresCrawledPrices {
    private PostgresCrawledPrices() {}

    /** Once per offer and crawl; a page that is worked on twice changes nothing the second time. */
    static void remember(Handle handle, long crawl, List<PriceObservation> observations) {
        if (observations.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO crawled_prices (provider, offer_id, destination, crawl, amount, currency, seen_at)
                VALUES (:provider, :offer, :destination, :crawl, :amount, :currency, :seenAt)
                ON CONFLICT (provider, offer_id) DO UPDATE
                SET changed = (crawled_prices.amount, crawled_prices.currency)
                        IS DISTINCT FROM (excluded.amount, excluded.currency),
                    destination = excluded.destination, crawl = excluded.crawl, amount = excluded.amount,
                    currency = excluded.currency, seen_at = excluded.seen_at
                WHERE crawled_prices.crawl < excluded.crawl""");
        observations.stream()
                .sorted(Comparator.comparing(PriceObservation::offerId))
                .forEach(seen -> batch.bind("provider", seen.provider())
                        .bind("offer", seen.offerId())
                        .bind("destination", seen.destination())
                        .bind("crawl", crawl)
                        .bind("amount", seen.amount())
                        .bind("currency", seen.currency())
                        .bind("seenAt", seen.observedAt())
                        .add());
        batch.execute();
    }
}
