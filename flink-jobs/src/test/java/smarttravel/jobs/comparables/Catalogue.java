package smarttravel.jobs.comparables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real agency's package holidays, with its own word on which hotel each is: to score by, hidden from the matcher. */
record Catalogue(List<Sold> offers, Map<String, Place> places) {
    static final Path FOLDER = Objects.requireNonNull(
                    Path.of("").toAbsolutePath().getParent())
            .resolveSibling("shared/data/wakacje-pl-2024");

    /** One offer; {@code hotelId} is what the agency takes for the truth, {@code writtenAs} its own name of the hotel. */
    record Sold(String hotelId, String writtenAs, HotelListing listing) {}

    static Catalogue read() {
        return of(rows());
    }

    /** The day on which everything was seen. */
    static final LocalDate SEEN = LocalDate.of(2024, 1, 16);

    private static final Path RATES = FOLDER.resolveSibling("fx-ecb/eurofxref-hist.csv");

    /** Whether both the offers and the rates are there. */
    static boolean isThereWithRates() {
        return Files.isDirectory(FOLDER) && Files.isReadable(RATES);
    }

    /** What a zloty was worth that day, by way of the euro. */
    static double dollarsPerZloty() throws IOException {
        try (Stream<String> lines = Files.lines(RATES)) {
            List<String> all = lines.toList();
            List<String> names = List.of(all.get(0).split(",", -1));
            String day = all.stream()
                    .filter(line -> line.startsWith(SEEN.toString()))
                    .findFirst()
                    .orElseThrow();
            String[] cells = day.split(",", -1);
            return Double.parseDouble(cells[names.indexOf("USD")]) / Double.parseDouble(cells[names.indexOf("PLN")]);
        }
    }

    /** Everything on sale, round trips too, by holiday, in zloty; the region as the destination. */
    static Map<Holiday, List<ComparableOffer>> onSale() {
        long seen = SEEN.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        Map<Holiday, List<ComparableOffer>> onSale = new TreeMap<>(Comparator.comparing(Holiday::key));
        for (Map<String, String> row : rows()) {
            String region = row.get("/place/country/name") + " " + row.get("/place/region/name");
            Holiday holiday = new Holiday(
                    String.join("/", "PACKAGE", region, row.get("/durationNights"), row.get("/serviceDesc"), "-"));
            HotelListing listing = listing(row, region);
            List<ComparableOffer> offers = onSale.computeIfAbsent(holiday, key -> new ArrayList<>());
            offers.add(new ComparableOffer(
                    listing.provider(),
                    row.get("/id") + "-" + offers.size(),
                    listing.name(),
                    listing.stars(),
                    LocalDate.parse(row.getOrDefault("/departureDate", "")).toEpochDay(),
                    Double.NaN,
                    true,
                    1,
                    seen,
                    "PLN",
                    Double.parseDouble(row.getOrDefault("/price", "")),
                    null,
                    seen));
        }
        return onSale;
    }

    private static List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                rows.addAll(rows(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Offers whose hotel the agency does not name (round trips among them) can't be scored. */
    private static Catalogue of(List<Map<String, String>> rows) {
        List<Sold> offers = new ArrayList<>();
        Map<String, Set<String>> names = new TreeMap<>();
        for (Map<String, String> row : rows) {
            String region = row.get("/place/country/name") + "/" + row.get("/place/region/name");
            Set<String> here = names.computeIfAbsent(region, key -> new TreeSet<>());
            for (String level : List.of("country", "region", "city")) {
                here.add(row.getOrDefault("/place/" + level + "/name", ""));
            }
            String hotel = row.getOrDefault("/hotelId", "0");
            if (!hotel.equals("0")) {
                offers.add(new Sold(hotel, row.getOrDefault("/name", ""), listing(row, region)));
            }
        }
        Map<String, Place> places = new HashMap<>();
        names.forEach((region, all) -> places.put(region, Place.named(region, List.copyOf(all))));
        return new Catalogue(offers, places);
    }

    private static HotelListing listing(Map<String, String> row, String region) {
        double stars = Double.parseDouble(row.getOrDefault("/category", "0"));
        return new HotelListing(
                row.getOrDefault("/tourOperatorName", ""),
                region,
                row.getOrDefault("/name", ""),
                stars == 0 ? Double.NaN : stars);
    }

    /** Every object's plain values, by path. */
    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> row = new LinkedHashMap<>();
                read(json, "", row);
                rows.add(row);
            }
        }
        return rows;
    }

    private static void read(JsonParser json, String path, Map<String, String> row) throws IOException {
        for (@Nullable JsonToken next = json.nextToken(); next != JsonToken.END_OBJECT; next = json.nextToken()) {
            String field = path + "/" + json.currentName();
            switch (json.nextToken()) {
                case START_OBJECT -> read(json, field, row);
                case START_ARRAY -> json.skipChildren();
                case VALUE_NULL -> {}
                default -> row.put(field, json.getText());
            }
        }
    }
}
