package smarttravel.ingest.providers.ola;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Basis;
import smarttravel.events.Board;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;

/**
 * What Ola says of a whole programme: its title and a table of headed rows.
 *
 * @param rows by their head
 */
record OlaFacts(@Nullable String title, Map<String, String> rows) {
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Pattern CODE = Pattern.compile(".*\\(([A-Z]{3})\\).*");
    private static final Pattern COUNTRY = Pattern.compile(".*\\), (.+)");
    private static final Pattern NIGHTS = Pattern.compile("(\\d+) noches");
    private static final Pattern HOTEL = Pattern.compile("(.+) \\([\\d,]+ estrellas\\)");
    private static final Pattern STARS = Pattern.compile(".+ \\(([\\d,]+) estrellas\\)");
    private static final Pattern RATING = Pattern.compile("([\\d,]+) de 10.*");
    private static final Pattern REVIEWS = Pattern.compile(".*\\(([\\d.]+) opiniones\\)");
    private static final Map<String, Board> BOARDS = Map.of(
            "solo alojamiento", Board.RO,
            "desayuno incluido", Board.BB,
            "media pensión", Board.HB,
            "pensión completa", Board.FB,
            "todo incluido", Board.AI);
    private static final Map<String, String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(
                    code -> new Locale("", code).getDisplayCountry(SPANISH), code -> code, (one, other) -> one));

    static OlaFacts of(Page page) {
        Map<String, String> rows = new HashMap<>();
        for (Element row : page.document().select("#programa table.datos tr")) {
            rows.put(row.select("th").text(), row.select("td").text());
        }
        Element title = page.document().selectFirst("#programa h1.titulo");
        return new OlaFacts(title == null ? null : title.text(), rows);
    }

    /** A departure of the programme as far as it is like all others. */
    ExtractedOffer described() {
        String board = rows.getOrDefault("Régimen", "");
        Board code = BOARDS.get(board.toLowerCase(SPANISH));
        return ExtractedOffer.builder()
                .put(OfferField.KIND, Kind.PACKAGE.name(), "constant")
                .put(OfferField.BASIS, Basis.PER_PERSON.name(), "constant")
                .put(OfferField.OCCUPANCY, "2", "constant")
                .put(OfferField.TAXES_INCLUDED, "true", "constant")
                .put(OfferField.NAME, title, "h1.titulo")
                .put(OfferField.ORIGIN, part("Desde", CODE), "Desde")
                .put(OfferField.DESTINATION, part("Destino", CODE), "Destino")
                .put(OfferField.COUNTRY, country(), "Destino")
                .put(OfferField.NIGHTS, part("Duración", NIGHTS), "Duración")
                .put(OfferField.HOTEL, part("Hotel", HOTEL), "Hotel")
                .put(OfferField.STARS, decimal(part("Hotel", STARS)), "Hotel")
                .put(OfferField.BOARD, code == null ? null : code.name(), "Régimen")
                .put(OfferField.BOARD_TEXT, board, "Régimen")
                .put(OfferField.RATING, decimal(part("Opiniones", RATING)), "Opiniones")
                .put(OfferField.REVIEW_COUNT, whole(part("Opiniones", REVIEWS)), "Opiniones")
                .build();
    }

    private @Nullable String country() {
        String name = part("Destino", COUNTRY);
        return name == null ? null : COUNTRIES.get(name);
    }

    private @Nullable String part(String head, Pattern pattern) {
        Matcher found = pattern.matcher(rows.getOrDefault(head, ""));
        return found.matches() ? found.group(1) : null;
    }

    private static @Nullable String decimal(@Nullable String words) {
        return words == null ? null : words.replace(',', '.');
    }

    private static @Nullable String whole(@Nullable String words) {
        return words == null ? null : words.replace(".", "");
    }
}
