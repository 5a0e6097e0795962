package smarttravel.stack.simulation;

import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the simulated travellers go, and its invented hotels.
 *
 * @param monthPercents what each month of the year costs there, against 100
 */
record Destination(String code, String city, String country, List<Integer> monthPercents, List<Hotel> hotels) {
    static final Destination CUN = new Destination(
            "CUN",
            "Cancún",
            "MX",
            List.of(136, 124, 108, 104, 86, 92, 114, 96, 80, 84, 94, 130),
            List.of(new Hotel("Caracola Mansa", 5.0, 8.7, 3214), new Hotel("Ceiba Lunar", 4.5, 8.1, 1480)));
    static final Destination PUJ = new Destination(
            "PUJ",
            "Punta Cana",
            "DO",
            List.of(132, 122, 110, 102, 88, 94, 118, 98, 78, 82, 96, 126),
            List.of(new Hotel("Cocotal Dormido", 5.0, 8.9, 2751), new Hotel("Mangle Claro", 4.0, null, null)));
    static final Destination GIG = new Destination(
            "GIG",
            "Río de Janeiro",
            "BR",
            List.of(142, 138, 112, 98, 86, 82, 100, 90, 88, 94, 104, 134),
            List.of(new Hotel("Morro Sereno", 4.0, 8.2, 960), new Hotel("Garoa Azul", 3.5, null, null)));
    static final Destination FLN = new Destination(
            "FLN",
            "Florianópolis",
            "BR",
            List.of(158, 148, 116, 92, 76, 72, 88, 78, 84, 96, 108, 140),
            List.of(new Hotel("Ostra y Viento", 4.0, 8.4, 702), new Hotel("Duna Callada", 3.0, 7.6, 315)));
    static final Destination MIA = new Destination(
            "MIA",
            "Miami",
            "US",
            List.of(124, 112, 110, 102, 92, 104, 126, 106, 82, 88, 96, 122),
            List.of(new Hotel("Pelícano Gris", 3.5, 7.9, 1844), new Hotel("Farol de Coral", 4.0, null, null)));
    static final Destination MAD = new Destination(
            "MAD",
            "Madrid",
            "ES",
            List.of(106, 88, 94, 104, 108, 124, 138, 128, 106, 96, 84, 116),
            List.of(new Hotel("Patio de los Naipes", 4.0, 8.5, 1290), new Hotel("Tejado Rojo", 3.0, 7.7, 588)));
    static final Destination BRC = new Destination(
            "BRC",
            "Bariloche",
            "AR",
            List.of(118, 112, 92, 88, 80, 102, 152, 136, 108, 94, 90, 110),
            List.of(new Hotel("Lenga y Piedra", 4.0, 8.8, 1105), new Hotel("Nieve Vieja", 3.0, null, null)));
    static final Destination IGR = new Destination(
            "IGR",
            "Iguazú",
            "AR",
            List.of(122, 108, 98, 116, 86, 84, 128, 100, 92, 102, 98, 106),
            List.of(new Hotel("Yacaré Manso", 4.0, 8.3, 867), new Hotel("Tierra Colorada", 3.0, 7.4, 203)));

    /** A hotel of the simulation; unrated ones have neither rating nor reviews. */
    record Hotel(
            String name,
            double stars,
            @Nullable Double rating,
            @Nullable Integer reviews) {}

    Hotel hotel(int number) {
        return hotels.get(number);
    }

    /** What departing in that month costs against the destination's usual price; each seed shifts it by up to 4 points. */
    double seasonFactor(long seed, Month month) {
        int shift = new Dice(seed, code + month.getValue()).between(-4, 4);
        return (monthPercents.get(month.getValue() - 1) + shift) / 100.0;
    }
}
