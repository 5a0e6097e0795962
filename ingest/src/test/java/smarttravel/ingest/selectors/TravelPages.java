package smarttravel.ingest.selectors;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFileReader;

/** A made-up agency's pages, and the file that reads them. */
final class TravelPages {
    static final URI ADDRESS = URI.create("https://www.viajes.example/paquetes/cancun?pagina=1");

    static final String FILE = """
            id: viajes
            hosts: [viajes.example]
            start: ["https://www.viajes.example/paquetes"]
            kind: PACKAGE
            currency: ARS
            locale: es-AR
            constants: {basis: PER_PERSON}
            rules:
              signature: main.resultados
              item: article.paquete
              unless: .publicidad
              parts:
                salida: {select: .salida, match: "Salida (.+)"}
              fields:
                name: h3
                hotel: h3
                price: .precio
                listPrice: .antes
                url: a.ver
                destination: {select: .destino, words: {Cancún: CUN, Punta Cana: PUJ}}
                departure: {select: .salida, match: "Salida (.+)", dates: ["d 'de' MMMM 'de' yyyy", d MMM yyyy, dd/MM/yyyy]}
                nights: {select: li, match: "(\\\\d+) noches"}
                board: {select: li, match: "(?i)(todo incluido|desayuno|solo alojamiento)"}
                occupancy: {select: li, match: "(?i)base .+"}
                stars: {select: .estrellas, attribute: data-estrellas}
                availability: .estado
              words:
                board: {Todo incluido: AI, Desayuno: BB, Solo alojamiento: RO}
                occupancy: {base doble: "2", base triple: "3"}
                soldOut: [Agotado]
                empty: [sin resultados]
                onRequest: [a consultar]
              next: a.siguiente
              search:
                - "https://www.viajes.example/paquetes/{destination}?desde={departureFrom:dd/MM/yyyy}"
            """;

    private TravelPages() {}

    static String listing(String... items) {
        return "<!DOCTYPE html><html lang=es><head><meta charset=utf-8><title>Paquetes a Cancún y a todo el Caribe, con salidas de enero a diciembre</title>"
                + "</head><body><main class=resultados>"
                + String.join("\n", items)
                + "<a class=siguiente href='?pagina=2'>Siguiente</a></main></body></html>";
    }

    /** A card; the tags say what differs from an ordinary one. */
    static String card(String name, String departure, String price, String... tags) {
        return "<article class=paquete><h3>" + name
                + "</h3><p class=destino>Playas de Cancún</p><p class=salida>Salida "
                + departure + "</p><ul><li>7 noches</li><li>Todo incluido</li><li>Precio en base doble</li></ul>"
                + "<span class=precio>" + price + "</span>" + String.join("", tags)
                + "<a class=ver href='/paquete/" + name.replace(' ', '-') + "'>Ver</a></article>";
    }

    static ProviderFile file(Path folder, String yaml) throws IOException {
        return ProviderFileReader.read(Files.writeString(folder.resolve("viajes.yaml"), yaml));
    }

    static SelectorStrategy strategy(Path folder, String yaml) throws IOException {
        return new SelectorStrategy(file(folder, yaml));
    }

    static Page page(String html) {
        return Page.ofText(ADDRESS, html);
    }

    static PageRequest request() {
        return new PageRequest(ADDRESS, PageRole.LISTING, Map.of());
    }

    static Extraction extract(Path folder, String yaml, String html) throws IOException {
        return strategy(folder, yaml).extract(page(html));
    }
}
