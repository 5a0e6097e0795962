package smarttravel.stack.sites;

import java.util.Map;
import java.util.Optional;
import smarttravel.stack.sites.OfferSearch.Form;

/**
 * A site that shows all of an offer on its listing's cards and again on a page of its own.
 *
 * @param results path of the listing; the first page is the same
 * @param details folder of the offers' own pages
 */
record ListedPages(Form form, String results, String details, Template frame, Template listing, Template detail)
        implements SitePages {

    /** Luna: hotels abroad, in dollars, with schema.org's words in the markup. */
    static ListedPages luna() {
        return new ListedPages(
                new Form("origen", "ciudad", "checkin_desde", "checkin_hasta", "noches", "huespedes", "p"),
                "/alojamientos",
                "/hotel/",
                Template.of("luna/marco"),
                Template.of("luna/alojamientos"),
                Template.of("luna/hotel"));
    }

    /** Sol: trips at home, in pesos, with instalments and taxes apart. */
    static ListedPages sol() {
        return new ListedPages(
                new Form("salida", "destino", "fecha_min", "fecha_max", "noches", "adultos", "pagina"),
                "/resultados",
                "/oferta/",
                Template.of("sol/marco"),
                Template.of("sol/resultados"),
                Template.of("sol/oferta"));
    }

    @Override
    public Optional<String> page(SiteRequest request, Shelf shelf) {
        return content(request, shelf).map(markup -> frame.fill(Map.of("contenido", markup)));
    }

    private Optional<String> content(SiteRequest request, Shelf shelf) {
        if (request.path().equals("/") || request.path().equals(results)) {
            SiteRequest search = new SiteRequest(results, request.parameters());
            return Optional.of(
                    listing.fill(new Listing(form).values(search, shelf, form.read(request), shelf.offers())));
        }
        return request.under(details).flatMap(shelf::offer).map(offer -> detail.fill(new OfferWords(shelf).of(offer)));
    }
}
