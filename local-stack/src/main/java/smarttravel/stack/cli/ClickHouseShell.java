package smarttravel.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import smarttravel.stack.StackConfig.Login;

/** Asks ClickHouse and prints the rows. */
final class ClickHouseShell {
    private final Login reader;
    private final PrintWriter out;

    ClickHouseShell(Login reader) {
        this.reader = reader;
        this.out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    }

    /** Prints what the query gives. */
    void print(String query, ClickHouseRowFormat format) throws IOException {
        try (Connection connection = DriverManager.getConnection(reader.url(), reader.user(), reader.password());
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(query)) {
                format.write(rows, out);
            }
        } catch (SQLException e) {
            throw new CommandFailedException(e);
        } finally {
            out.flush();
        }
    }

    /** Prints a heading over what follows. */
    void heading(String text) {
        out.println();
        out.println(text);
        out.println();
        out.flush();
    }
}
