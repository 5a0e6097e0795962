package smarttravel.stack.sites;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers and dates as pages in Argentina write them. */
final class SpanishWords {
    static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final List<String> MONTHS = List.of(
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre");
    private static final List<String> WEEKDAYS = List.of("lun", "mar", "mié", "jue", "vie", "sáb", "dom");

    private SpanishWords() {}

    /** {@code 2.750,00} */
    static String cents(BigDecimal amount) {
        return format("#,##0.00", amount);
    }

    /** {@code 1.250.000} */
    static String whole(BigDecimal amount) {
        return format("#,##0", amount.setScale(0, RoundingMode.HALF_UP));
    }

    /** {@code 8,7} */
    static String tenths(double number) {
        return format("0.#", BigDecimal.valueOf(number));
    }

    /** {@code 15 de enero de 2027} */
    static String day(LocalDate day) {
        return day.getDayOfMonth() + " de " + MONTHS.get(day.getMonthValue() - 1) + " de " + day.getYear();
    }

    /** {@code 15 ene} */
    static String shortDay(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1).substring(0, 3);
    }

    /** {@code mié 13/01} */
    static String weekday(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().getValue() - 1) + " "
                + day.format(DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT));
    }

    /** {@code Enero de 2027} */
    static String month(YearMonth month) {
        String name = MONTHS.get(month.getMonthValue() - 1);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " de " + month.getYear();
    }

    private static String format(String pattern, BigDecimal number) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols).format(number);
    }
}
