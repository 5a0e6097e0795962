package smarttravel.ingest.providers.feed;

import java.io.IOException;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderContract;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategyFactory;

class JsonFeedContractTest extends ProviderContract {
    @Override
    protected ProviderStrategyFactory factory() {
        return new FeedStrategyFactory();
    }

    @Override
    protected ProviderFile provider() throws IOException {
        return yaml("""
                id: luna
                strategy: feed
                hosts: luna.example
                start: https://luna.example/api/offers
                kind: HOTEL
                currency: EUR
                rules:
                  mapping:
                    format: json
                    fields:
                      hotel: hotel.name
                      destination: hotel.city
                      departure: checkIn
                      nights: nights
                      amount: price
                      observedAt: seen
                """);
    }

    @Override
    protected Sample sample() {
        return Sample.of("https://luna.example/api/offers", PageRole.FEED, """
                [{"hotel": {"name": "Casa Ñandú", "city": "MAD"}, "checkIn": "2027-02-01", "nights": 3,
                  "price": 300.00, "seen": "2026-07-07T08:00:00Z"},
                 {"hotel": {"name": "Casa Ñandú", "city": "MAD"}, "checkIn": "2027-02-02", "nights": 3,
                  "price": 310.5, "seen": "2026-07-07T08:00:00Z"},
                 {"hotel": {"name": "Mar", "city": "BCN"}, "checkIn": "2027-02-02", "nights": 2,
                  "price": 99, "seen": "2026-07-07T08:00:00Z"}]
                """);
    }
}
