package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.stack.testing.SharedClickHouse;

@ExtendWith(SharedClickHouse.class)
class BrokenRequestTest {
    private static final String INSERT = "INSERT INTO broken_test.t VALUES (1),(2),(3)";

    @BeforeEach
    void makeTable() throws SQLException {
        SharedClickHouse.freshDatabase("broken_test");
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE broken_test.t (a Int32) ENGINE = MergeTree ORDER BY a");
        }
    }

    @Test
    void anInsertThatBreaksOffWritesNothing() throws Exception {
        assertThat(send("Content-Length: " + (INSERT.length() + 10) + "\r\n\r\n" + INSERT))
                .isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void aChunkedInsertThatBreaksOffWritesNothing() throws Exception {
        String longerChunk = Integer.toHexString(INSERT.length() + 10);

        assertThat(send("Transfer-Encoding: chunked\r\n\r\n" + longerChunk + "\r\n" + INSERT))
                .isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void theSameInsertSentWholeIsWritten() throws Exception {
        assertThat(send("Content-Length: " + INSERT.length() + "\r\n\r\n" + INSERT))
                .startsWith("HTTP/1.1 200");
        assertThat(rows()).isEqualTo(3);
    }

    private static String send(String lastHeaderAndBody) throws IOException {
        URI endpoint = URI.create(SharedClickHouse.engine().httpUrl());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort())) {
            String head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                    + SharedClickHouse.writerAuthorization() + "\r\n";
            OutputStream out = socket.getOutputStream();
            out.write((head + lastHeaderAndBody).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static long rows() throws SQLException {
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count() FROM broken_test.t")) {
            row.next();
            return row.getLong(1);
        }
    }
}
