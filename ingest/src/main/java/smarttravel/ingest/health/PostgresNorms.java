package smarttravel.ingest.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;
import smarttravel.ingest.crawling.PublicationGate.SeenPage;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRole;

/** Norms from the newest pages that were believed. */
final class PostgresNorms {
    private static final int PAGES = 200;
    /** Few, so that a list that shrinks day by day stays its own norm. */
    private static final int SAME_PAGES = 5;

    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Row(
            boolean believed,
            Signature signature,
            int items,
            int refused,
            Map<String, Integer> filled,
            boolean goesOn) {}

    /**
     * The norm of pages of that role.
     *
     * @param kind of the page's offers; of all kinds when absent
     */
    Norm of(Handle handle, String provider, PageRole role, @Nullable Kind kind) {
        List<Row> newest = handle.createQuery("""
                        SELECT believed, signature, items, refused, filled, goes_on FROM page_figures
                        WHERE provider = :provider AND role = :role AND (:kind IS NULL OR kind = :kind)
                        ORDER BY read_at DESC, task LIMIT :pages""")
                .bind("provider", provider)
                .bind("role", role.name())
                .bind("kind", kind == null ? null : kind.name())
                .bind("pages", PAGES)
                .map((row, context) -> read(row))
                .list();
        List<Row> believed = newest.stream().filter(Row::believed).toList();
        if (believed.isEmpty()) {
            return Norm.NONE;
        }
        int items = believed.stream().mapToInt(Row::items).sum();
        int refused = believed.stream().mapToInt(Row::refused).sum();
        return new Norm(
                believed.size(),
                itemsPerPage(believed),
                items,
                items == 0 ? 0 : (double) refused / items,
                (int) believed.stream().filter(row -> row.items() > 0).count(),
                pagesWith(believed),
                missedInARow(believed),
                unrecognisedInARow(newest));
    }

    private record Shown(int count, boolean goesOn) {}

    /** What the same request was answered with lately. */
    EarlierPages earlier(Handle handle, SeenPage page) {
        List<Shown> earlier = handle.createQuery("""
                        SELECT items + leads AS shown, goes_on FROM page_figures
                        WHERE provider = :provider AND request_key = :request AND believed AND task <> :task
                        ORDER BY read_at DESC LIMIT :pages""")
                .bind("provider", page.provider())
                .bind("request", RequestKey.digest(page.request()))
                .bind("task", page.task())
                .bind("pages", SAME_PAGES)
                .map((row, context) -> new Shown(row.getInt("shown"), row.getBoolean("goes_on")))
                .list();
        if (earlier.isEmpty()) {
            return EarlierPages.NONE;
        }
        List<Integer> counts = earlier.stream().map(Shown::count).sorted().toList();
        boolean ledOn = earlier.stream().filter(Shown::goesOn).count() * 2 > earlier.size();
        return new EarlierPages(
                counts.size(), counts.get(counts.size() / 2), counts.get(0), !ledOn && othersLeadOn(handle, page));
    }

    private static boolean othersLeadOn(Handle handle, SeenPage page) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM page_figures
                                       WHERE provider = :provider AND role = :role AND believed AND goes_on)""")
                .bind("provider", page.provider())
                .bind("role", page.request().role().name())
                .mapTo(Boolean.class)
                .one();
    }

    private static double itemsPerPage(List<Row> rows) {
        List<Integer> items = new ArrayList<>(
                rows.stream().filter(Row::goesOn).map(Row::items).toList());
        if (items.isEmpty()) {
            items.addAll(rows.stream().map(Row::items).toList());
        }
        Collections.sort(items);
        return items.get(items.size() / 2);
    }

    private static Map<OfferField, Integer> pagesWith(List<Row> rows) {
        Map<OfferField, Integer> pages = new EnumMap<>(OfferField.class);
        for (Row row : rows) {
            row.filled().forEach((name, count) -> {
                OfferField field = OfferField.named(name);
                if (field != null && count > 0) {
                    pages.merge(field, 1, Integer::sum);
                }
            });
        }
        return pages;
    }

    private static Map<OfferField, Integer> missedInARow(List<Row> newest) {
        List<Row> withItems = newest.stream().filter(row -> row.items() > 0).toList();
        Map<OfferField, Integer> missed = new EnumMap<>(OfferField.class);
        for (OfferField field : OfferField.values()) {
            int count = 0;
            while (count < withItems.size() && withItems.get(count).filled().getOrDefault(field.jsonName(), 0) == 0) {
                count++;
            }
            missed.put(field, count);
        }
        return missed;
    }

    private static int unrecognisedInARow(List<Row> newest) {
        int count = 0;
        while (count < newest.size() && newest.get(count).signature() == Signature.UNKNOWN) {
            count++;
        }
        return count;
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getBoolean("believed"),
                Signature.valueOf(row.getString("signature")),
                row.getInt("items"),
                counts(row.getString("refused")).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                counts(row.getString("filled")),
                row.getBoolean("goes_on"));
    }

    private static Map<String, Integer> counts(String json) {
        try {
            return JSON.readValue(json, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("page_figures holds something else than counts", e);
        }
    }
}
