package smarttravel.ingest.structured;

import java.io.IOException;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderContract;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategyFactory;

class SchemaOrgContractTest extends ProviderContract {
    @Override
    protected ProviderStrategyFactory factory() {
        return new SchemaOrgStrategyFactory();
    }

    @Override
    protected ProviderFile provider() throws IOException {
        return yaml("""
                id: brisa
                strategy: schema-org
                hosts: brisa.example
                start: https://brisa.example/viajes
                kind: PACKAGE
                constants: {destination: CUN, occupancy: 2, basis: PER_PERSON}
                """);
    }

    @Override
    protected Sample sample() {
        return Sample.of("https://brisa.example/viajes", PageRole.LISTING, """
                <!DOCTYPE html><html lang="es"><head><title>Viajes</title></head><body>
                <script type="application/ld+json">[
                {"@context":"https://schema.org","@type":"TouristTrip","name":"Cancún 7 noches",
                 "url":"https://brisa.example/viajes/1","startDate":"2027-01-15",
                 "offers":{"@type":"Offer","price":"1299.00","priceCurrency":"USD"}},
                {"@context":"https://schema.org","@type":"TouristTrip","name":"Cancún 10 noches",
                 "url":"https://brisa.example/viajes/2","startDate":"2027-01-18",
                 "offers":{"@type":"Offer","price":"1599.00","priceCurrency":"USD"}}
                ]</script><h1>Viajes</h1></body></html>""");
    }
}
