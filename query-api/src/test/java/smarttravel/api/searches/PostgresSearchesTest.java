package smarttravel.api.searches;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smarttravel.api.searches.LiveSearch.AnsweredFrom;
import smarttravel.api.searches.LiveSearch.State;

class PostgresSearchesTest {
    private static final Instant NOON = Instant.parse("2026-07-07T12:00:00Z");
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        for (String file : List.of("V003__crawling.sql", "V005__searches.sql")) {
            execute(Files.readString(Path.of("../sql/postgres").resolve(file)));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void aSearchThatNobodyAnsweredIsAskedAgainAndAnAnsweredOneIsNot() throws SQLException {
        SearchCriteria criteria = to("CUN");
        LiveSearch first = at(Duration.ZERO).begin(criteria);
        assertThat(at(Duration.ofSeconds(20)).begin(criteria).answeredFrom())
                .isEqualTo(AnsweredFrom.LATEST_OBSERVATIONS);

        LiveSearch second = at(Duration.ofSeconds(40)).begin(criteria);
        answer(Duration.ofSeconds(50));
        LiveSearch third = at(Duration.ofSeconds(90)).begin(criteria);

        assertThat(List.of(first.answeredFrom(), second.answeredFrom())).containsOnly(AnsweredFrom.LIVE);
        assertThat(third.answeredFrom()).isEqualTo(AnsweredFrom.LATEST_OBSERVATIONS);
        assertThat(third.state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void aSearchThatWasClosedStaysClosed() throws SQLException {
        LiveSearch search = at(Duration.ZERO).begin(to("MIA"));
        answer(Duration.ofSeconds(31));

        assertThat(at(Duration.ofMinutes(2)).find(search.id()).map(LiveSearch::state))
                .contains(State.TIMED_OUT);
    }

    private static SearchCriteria to(String destination) {
        return new SearchCriteria(null, null, destination, null, null, null, null, null);
    }

    private static PostgresSearches at(Duration afterNoon) {
        Clock clock = Clock.fixed(NOON.plus(afterNoon), ZoneOffset.UTC);
        return new PostgresSearches(postgres.getPostgresDatabase(), SearchSettings.DEFAULT, clock);
    }

    /** Has ingestion take the newest request and read its one page. */
    private static void answer(Duration afterNoon) throws SQLException {
        String at = NOON.plus(afterNoon).toString();
        execute("""
                UPDATE crawl_requests SET taken_at = '%1$s' WHERE id = (SELECT max(id) FROM crawl_requests);
                INSERT INTO crawls (provider, criteria, reason, request, urgent, priority, pages, started_at)
                    SELECT 'ola', '{}', 'search', max(id), true, 0, 1, '%1$s' FROM crawl_requests;
                INSERT INTO crawl_tasks (crawl, provider, page_key, address, role, context, urgent, priority, state, not_before,
                        created_at, ended_at)
                    SELECT max(id), 'ola', 'x', 'https://ola.example', 'LISTING', '{}', true, 0, 'DONE', '%1$s', '%1$s', '%1$s'
                    FROM crawls""".formatted(at));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
