package smarttravel.api.holidays;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In which country a place lies that offers start from or go to ({@code places.txt} beside this class). */
public final class PlaceCountries {
    private final Map<String, String> countries;

    private PlaceCountries(Map<String, String> countries) {
        this.countries = Map.copyOf(countries);
    }

    /** The places that come with the product: one country a line, its code and the IATA codes of places in it. */
    public static PlaceCountries known() {
        Map<String, String> countries = new HashMap<>();
        TextLines.of("places.txt").forEach(line -> {
            List<String> words = List.of(line.split(" ", -1));
            words.subList(1, words.size()).forEach(place -> countries.put(place, words.get(0)));
        });
        return new PlaceCountries(countries);
    }

    /** ISO 3166-1 alpha-2. */
    public Optional<String> of(String place) {
        return Optional.ofNullable(countries.get(place));
    }

    Set<String> places() {
        return countries.keySet();
    }
}
