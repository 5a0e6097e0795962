package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.api.paging.Cursors;
import smarttravel.api.paging.Position;

class CursorTest {
    private final RunningApi api = new RunningApi();
    private final Cursors cursors = new Cursors("a secret for tests".getBytes(StandardCharsets.UTF_8));

    @BeforeEach
    void fill() {
        for (int i = 0; i < 5; i++) {
            api.offers.offers.add(OffersInMemory.offer("A-" + i, LocalDate.of(2026, 10, 1), "500"));
        }
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void everyChangedCharacterMakesACursorUseless() {
        String cursor = cursors.seal("query", Position.of("2026-10-01", "ola", "A/ñ"));

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThat(cursors.open("query", changed)).as("character %s", i).isEmpty();
        }
        assertThat(cursors.open("query", cursor)).contains(Position.of("2026-10-01", "ola", "A/ñ"));
    }

    @Test
    void aCursorOpensOnlyForItsQueryAndItsSecret() {
        String cursor = cursors.seal("query", Position.of("1"));

        assertThat(cursors.open("other query", cursor)).isEmpty();
        assertThat(new Cursors("another secret, as long".getBytes(StandardCharsets.UTF_8)).open("query", cursor))
                .isEmpty();
        assertThat(cursors.open("query", cursor + "=")).isEmpty();
        assertThat(cursors.open("query", cursor.substring(0, 20))).isEmpty();
    }

    @Test
    void aCursorOfAnotherQueryIsRefusedByName() {
        String cursor = firstCursor();

        HttpResponse<String> answer = api.get("/api/v1/offers?destination=CUN&kind=FLIGHT&limit=2&cursor=" + cursor);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningApi.named(answer)).containsExactly("cursor");
    }

    @Test
    void aCursorOfAnotherRouteIsRefusedByName() {
        HttpResponse<String> answer = api.get("/api/v1/drops?destination=CUN&cursor=" + firstCursor());

        assertThat(RunningApi.named(answer)).containsExactly("cursor");
    }

    @Test
    void theSizeOfThePageMayChangeOnTheWay() {
        HttpResponse<String> answer = api.get("/api/v1/offers?limit=200&destination=CUN&cursor=" + firstCursor());

        assertThat(RunningApi.parse(answer).path("items")).hasSize(3);
        assertThat(RunningApi.parse(answer).has("nextCursor")).isFalse();
    }

    private String firstCursor() {
        return api.json("/api/v1/offers?destination=CUN&limit=2")
                .path("nextCursor")
                .asText();
    }
}
