package smarttravel.ingest.fetching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A site on loopback that may lie on every level: it writes bytes. Keeps its own access log, by which politeness is judged. */
public final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Request> log = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** Writes an answer, or does not. */
    @FunctionalInterface
    public interface Reply {
        void write(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * A line of the access log.
     *
     * @param headers by name in lower case
     * @param ended nanoseconds, 0 while it runs
     */
    public record Request(String path, Map<String, String> headers, long began, AtomicLong ended) {
        public long end() {
            return ended.get();
        }
    }

    public HostileServer() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
        // most tests are not about it
        on("/robots.txt", status("404 Not Found"));
    }

    /** What a path answers. */
    public HostileServer on(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Every request in the order of arrival. */
    public List<Request> log() {
        return log;
    }

    public List<String> paths() {
        return log.stream().map(Request::path).toList();
    }

    /** Everything but robots.txt. */
    public List<String> pages() {
        return paths().stream().filter(path -> !path.equals("/robots.txt")).toList();
    }

    public void forgetLog() {
        log.clear();
    }

    public static Reply status(String line, String... headers) {
        return raw("HTTP/1.1 " + line + "\r\n" + lines(headers) + "Content-Length: 0\r\n\r\n");
    }

    public static Reply page(String body, String... headers) {
        return bytes(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Reply bytes(byte[] body, String... headers) {
        return (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n" + lines(headers) + "Content-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
        };
    }

    public static Reply raw(String answer) {
        return (request, out) -> out.write(ascii(answer));
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Request request = read(client);
            log.add(request);
            String path = request.path().replaceFirst("\\?.*", "");
            Reply reply = replies.getOrDefault(path, replies.getOrDefault("*", status("404 Not Found")));
            try {
                reply.write(request, client.getOutputStream());
                client.getOutputStream().flush();
            } finally {
                request.ended().set(System.nanoTime());
            }
        } catch (IOException e) {
            // the client had enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static Request read(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        String first = lines.readLine();
        if (first == null) {
            throw new IOException("nothing was asked");
        }
        long began = System.nanoTime();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + "; " + b);
        }
        return new Request(first.split(" ", -1)[1], headers, began, new AtomicLong());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
