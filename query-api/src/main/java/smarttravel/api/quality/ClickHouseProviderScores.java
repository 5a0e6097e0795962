package smarttravel.api.quality;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;

/** Providers' scores in SQL: of each the last day until another, from the counts in {@code travel.provider_quality}. */
record ClickHouseProviderScores(QualityWeights<ProviderAspect> weights) {
    private static final QualityPart NOTHING = QualityPart.of(null, 0, null);

    /** A table of {@code provider} and {@code provider_score}; takes the conditions' arguments once. */
    String sql(Conditions days) {
        return """
                SELECT provider, %s AS provider_score
                FROM
                (
                    SELECT provider, %s
                    FROM travel.provider_quality
                    WHERE %s
                    GROUP BY provider
                )""".formatted(weights.mean(ClickHouseProviderScores::column), columns(), newest(days));
    }

    private String columns() {
        List<String> columns = new ArrayList<>();
        for (ProviderAspect aspect : weights.byAspect().keySet()) {
            columns.add("anyOrNullIf(100 * good / n, component = '%s' AND n > 0) AS %s"
                    .formatted(aspect.word(), column(aspect)));
        }
        return String.join(",\n        ", columns);
    }

    private static String column(ProviderAspect aspect) {
        return aspect.word() + "_score";
    }

    /** Which rows are of the last day. */
    static String newest(Conditions days) {
        return "(provider, day) IN (SELECT provider, max(day) FROM travel.provider_quality WHERE %s GROUP BY provider)"
                .formatted(days.sql());
    }

    static Conditions until(Optional<LocalDate> day) {
        return new Conditions().andIf(day, "day <= toDate(?)");
    }

    /** A component of one provider's day. */
    record Counted(String provider, LocalDate day, @Nullable Double score, String component, QualityPart part) {
        static Counted of(Row row) throws SQLException {
            int days = row.small("window_days");
            return new Counted(
                    row.text("provider"),
                    row.date("day_text"),
                    row.numberOrAbsent("provider_score"),
                    row.text("component"),
                    QualityPart.of(row.numberOrAbsent("part"), row.whole("n"), days == 0 ? null : (Integer) days));
        }
    }

    /** Puts together what was counted, in its order. */
    static List<ProviderQuality> together(List<Counted> counted) {
        Map<String, List<Counted>> byProvider = new LinkedHashMap<>();
        counted.forEach(one -> byProvider
                .computeIfAbsent(one.provider(), key -> new ArrayList<>())
                .add(one));
        return byProvider.values().stream().map(ClickHouseProviderScores::one).toList();
    }

    private static ProviderQuality one(List<Counted> counted) {
        Map<ProviderAspect, QualityPart> parts = new EnumMap<>(ProviderAspect.class);
        for (ProviderAspect aspect : ProviderAspect.values()) {
            counted.stream()
                    .filter(one -> one.component().equals(aspect.word()))
                    .forEach(one -> parts.put(aspect, one.part()));
        }
        Counted first = counted.get(0);
        return new ProviderQuality(
                first.provider(),
                first.day(),
                first.score(),
                parts.getOrDefault(ProviderAspect.VALIDITY, NOTHING),
                parts.getOrDefault(ProviderAspect.COMPLETENESS, NOTHING),
                parts.getOrDefault(ProviderAspect.FRESHNESS, NOTHING),
                parts.getOrDefault(ProviderAspect.HONESTY, NOTHING),
                parts.getOrDefault(ProviderAspect.STABILITY, NOTHING),
                parts.getOrDefault(ProviderAspect.COMPETITIVENESS, NOTHING));
    }
}
