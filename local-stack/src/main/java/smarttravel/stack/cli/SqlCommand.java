package smarttravel.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smarttravel.stack.StackConfig.Login;

/** {@code travel sql}: asks ClickHouse, reading only, and never sees a row twice. */
@Command(
        name = "sql",
        description = "Ask ClickHouse. Tables lie in database travel; rows are never seen twice.",
        mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
    @Mixin
    private Address address = new Address();

    @Parameters(paramLabel = "QUERY", description = "The query, or - to read it from stdin.")
    private String query = "";

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private RowFormat output = RowFormat.table;

    @Override
    public Integer call() throws IOException, SQLException {
        Login reader = address.stack().reader();
        try (Connection connection = DriverManager.getConnection(reader.url(), reader.user(), reader.password());
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(text())) {
                PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
                output.write(rows, out);
                out.flush();
            }
        } catch (SQLException e) {
            throw new CommandFailedException(e.getMessage());
        }
        return 0;
    }

    private String text() throws IOException {
        return query.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : query;
    }
}
