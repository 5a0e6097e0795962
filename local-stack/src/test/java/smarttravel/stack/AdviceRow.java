package smarttravel.stack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import smarttravel.stack.testing.Tables;

/** A row of {@code travel.advice}; {@code median} and {@code promised} are empty when there is none. */
record AdviceRow(
        long second,
        String speaker,
        String cautious,
        String savings,
        String promised,
        double price,
        int earlier,
        int neighbours,
        String median,
        String currency,
        String offer) {
    private static final int LEAST_EARLIER = 5;

    /** All of them. The offer comes last: its id may hold what the columns are parted by. */
    static List<AdviceRow> all(Tables tables) {
        return tables.lines("""
                        SELECT toUnixTimestamp(asked_at), model, cautious, savings, promised_saving, price, earlier_prices,
                            neighbours, neighbours_median, currency, concat(provider, '/', offer_id)
                        FROM travel.advice FINAL""").stream()
                .map(line -> line.split("\\|", 11))
                .map(cells -> new AdviceRow(
                        Long.parseLong(cells[0]),
                        cells[1],
                        cells[2],
                        cells[3],
                        cells[4],
                        Double.parseDouble(cells[5]),
                        Integer.parseInt(cells[6]),
                        Integer.parseInt(cells[7]),
                        cells[8],
                        cells[9],
                        cells[10]))
                .toList();
    }

    /** As the trainer's history names the moment. */
    String moment() {
        return offer + " " + currency + " " + second;
    }

    boolean isKnownEnough() {
        return earlier >= LEAST_EARLIER;
    }

    LocalDate day() {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }
}
