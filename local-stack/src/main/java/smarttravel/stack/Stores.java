package smarttravel.stack;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.sql.PostgresSchema;
import smarttravel.stack.StackConfig.Login;
import smarttravel.stack.clickhouse.Access;
import smarttravel.stack.clickhouse.EmbeddedClickHouse;
import smarttravel.stack.clickhouse.EngineArchive;
import smarttravel.stack.clickhouse.Limits;
import smarttravel.stack.kafka.EmbeddedKafka;
import smarttravel.stack.kafka.TravelTopics;
import smarttravel.stack.postgres.EmbeddedPostgreSql;

/**
 * Where data lies: each store embedded, or a real server whose address was given; with topics and schema in place.
 *
 * @param kafka bootstrap servers
 * @param clickHouseWriter for the jobs
 * @param clickHouseReader for whoever asks; sees no row twice
 */
record Stores(String kafka, Login clickHouseWriter, Login clickHouseReader, Login postgresLogin, DataSource postgres) {

    /** Merges duplicates while reading, whatever merges are pending. */
    private static final String FINAL = "clickhouse_setting_final=1";

    static Stores open(
            StackConfig config,
            StackFolder folder,
            Map<String, String> environment,
            SecureRandom random,
            Consumer<String> progress,
            Closing closing)
            throws Exception {
        progress.accept("Starting Kafka, ClickHouse and PostgreSQL");
        CompletableFuture<String> kafka = starting(() -> kafka(config, folder, closing));
        CompletableFuture<Login[]> clickHouse =
                starting(() -> clickHouse(config, folder, environment, random, progress, closing));
        CompletableFuture<Login> postgres = starting(() -> postgres(config, folder, closing));
        try {
            CompletableFuture.allOf(kafka, clickHouse, postgres).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        return new Stores(
                kafka.join(), clickHouse.join()[0], clickHouse.join()[1], postgres.join(), dataSource(postgres.join()));
    }

    private static String kafka(StackConfig config, StackFolder folder, Closing closing) throws IOException {
        if (config.kafka().isPresent()) {
            TravelTopics.create(config.kafka().get());
            return config.kafka().get();
        }
        return closing.add(EmbeddedKafka.start(folder.kafka())).bootstrapServers();
    }

    /** Writer and reader. */
    private static Login[] clickHouse(
            StackConfig config,
            StackFolder folder,
            Map<String, String> environment,
            SecureRandom random,
            Consumer<String> progress,
            Closing closing)
            throws IOException, SQLException {
        Optional<Login> server = config.clickHouse();
        Login writer;
        Login reader;
        if (server.isPresent()) {
            writer = server.get();
            reader = new Login(withSetting(writer.url(), FINAL), writer.user(), writer.password());
        } else {
            Access access = Access.random(random);
            EmbeddedClickHouse engine = closing.add(EmbeddedClickHouse.start(
                    EngineArchive.locate(environment, progress), folder.clickHouse(), Limits.laptop(), access));
            writer = new Login(
                    engine.jdbcUrl(), access.writer().user(), access.writer().password());
            reader = new Login(
                    withSetting(engine.jdbcUrl(), FINAL),
                    access.reader().user(),
                    access.reader().password());
        }
        try (Connection connection = DriverManager.getConnection(writer.url(), writer.user(), writer.password())) {
            ClickHouseSchema.apply(connection);
        }
        return new Login[] {writer, reader};
    }

    private static String withSetting(String url, String setting) {
        return url + (url.contains("?") ? "&" : "?") + setting;
    }

    private static Login postgres(StackConfig config, StackFolder folder, Closing closing) throws IOException {
        Login login;
        if (config.postgres().isPresent()) {
            login = config.postgres().get();
        } else {
            EmbeddedPostgreSql server = closing.add(EmbeddedPostgreSql.start(folder.postgres()));
            login = new Login(server.jdbcUrl(), server.user(), server.password());
        }
        PostgresSchema.apply(dataSource(login));
        return login;
    }

    private static DataSource dataSource(Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private static <T> CompletableFuture<T> starting(Start<T> part) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return part.start();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    /** The start of one part. */
    @FunctionalInterface
    private interface Start<T> {
        T start() throws Exception;
    }
}
