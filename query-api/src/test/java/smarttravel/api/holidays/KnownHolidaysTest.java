package smarttravel.api.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.api.SharedLines;

/** The rules against holidays of fourteen years that were computed by others, and places against a list of airports. */
class KnownHolidaysTest {
    private static final Logger LOG = LoggerFactory.getLogger(KnownHolidaysTest.class);
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2028;
    /** Dates that were set for one year cannot follow from a rule. */
    private static final Pattern ONCE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final HolidayCalendar calendar = HolidayCalendar.known();

    private record Known(String country, LocalDate date, String name, String type, String rule, boolean substitute) {
        static Known of(String line) {
            List<String> cells = cells(line);
            return new Known(
                    cells.get(0),
                    LocalDate.parse(cells.get(1)),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    Boolean.parseBoolean(cells.get(7)));
        }

        String day() {
            return country + " " + date;
        }

        boolean isByRule() {
            return type.equals("public")
                    && !substitute
                    && !name.contains("substitute")
                    && !ONCE.matcher(rule).matches()
                    && date.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }

    @Test
    void publicHolidaysAreThoseThatOthersComputed() {
        List<Known> known = SharedLines.of("data/reference/holidays_2015_2028.csv").stream()
                .skip(1)
                .map(Known::of)
                .toList();
        Set<String> listed = known.stream().map(Known::country).collect(Collectors.toSet());
        Set<String> countries = new TreeSet<>(calendar.countries());
        countries.retainAll(listed);
        Set<String> any = known.stream().map(Known::day).collect(Collectors.toSet());
        Map<String, Set<String>> byRule = known.stream()
                .filter(Known::isByRule)
                .collect(Collectors.groupingBy(Known::country, Collectors.mapping(Known::day, Collectors.toSet())));

        int right = 0;
        int said = 0;
        int found = 0;
        int wanted = 0;
        for (String country : countries) {
            Set<String> ours = ours(country);
            Set<String> theirs = byRule.getOrDefault(country, Set.of());
            Set<String> wrong = without(ours, any);
            Set<String> missed = without(theirs, ours);
            right += ours.size() - wrong.size();
            said += ours.size();
            found += theirs.size() - missed.size();
            wanted += theirs.size();
            LOG.info("{}: {} said, wrong {}; {} known, missed {}", country, ours.size(), wrong, theirs.size(), missed);
        }

        LOG.info("of {} said {} are known, of {} known {} are said", said, right, wanted, found);
        // two were moved by decree
        assertThat(without(ours("AR"), any)).containsExactly("AR 2015-11-23", "AR 2020-04-02");
        assertThat(without(byRule.getOrDefault("AR", Set.of()), ours("AR")))
                .containsExactly("AR 2015-11-27", "AR 2020-03-31");
        assertThat((double) right / said).isGreaterThan(0.99);
        assertThat((double) found / wanted).isGreaterThan(0.98);
        assertThat(countries).hasSizeGreaterThan(15);
    }

    @Test
    void placesLieInTheirCountries() {
        Map<String, String> airports = SharedLines.of("data/reference/airports_iata.csv").stream()
                .skip(1)
                .map(KnownHolidaysTest::cells)
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> cells.get(4), (one, other) -> one));
        PlaceCountries places = PlaceCountries.known();

        assertThat(places.places()).hasSizeGreaterThan(150);
        assertThat(places.places())
                .filteredOn(airports::containsKey)
                .allSatisfy(place -> assertThat(places.of(place)).as(place).contains(airports.getOrDefault(place, "")));
    }

    private Set<String> ours(String country) {
        Set<String> days = new HashSet<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            calendar.publicHolidays(country, year).stream()
                    .filter(holiday -> holiday.from().getDayOfWeek() != DayOfWeek.SUNDAY)
                    .forEach(holiday -> days.add(country + " " + holiday.from()));
        }
        return days;
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    /** Commas within quotation marks part nothing. */
    private static List<String> cells(String line) {
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }
}
