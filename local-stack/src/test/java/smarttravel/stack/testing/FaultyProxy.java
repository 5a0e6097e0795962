package smarttravel.stack.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a server on loopback that can fail: refuse and reset everything, or swallow the answers to inserts that the
 * server has carried out.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final ServerSocket entrance;
    private final int serverPort;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "faulty-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger toSwallow = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean cut;

    private FaultyProxy(ServerSocket entrance, int serverPort) {
        this.entrance = entrance;
        this.serverPort = serverPort;
    }

    /** Opens a way to a port; at first it passes everything. */
    public static FaultyProxy to(int serverPort) throws IOException {
        FaultyProxy proxy = new FaultyProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    /** The port to connect to instead of the server's. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Resets every connection, and each new one at once. */
    public void cut() {
        cut = true;
        links.forEach(Link::reset);
    }

    /** Passes everything again. */
    public void mend() {
        cut = false;
    }

    /** How many connections were reset at the entrance. */
    public int refused() {
        return refused.get();
    }

    /** Lets the next inserts reach the server, and resets the connection when it answers. */
    public void swallowAnswersToInserts(int inserts) {
        toSwallow.set(inserts);
    }

    /** How many answers are still to be swallowed. */
    public int leftToSwallow() {
        return toSwallow.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (cut) {
                    refused.incrementAndGet();
                    reset(client);
                } else {
                    Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
                    links.add(link);
                    threads.execute(link::passRequests);
                    threads.execute(link::passAnswers);
                }
            } catch (IOException closedOrServerGone) {
                // the loop ends by itself when the entrance is closed
            }
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // that is what was wanted
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
        threads.shutdownNow();
    }

    /** One client's connection and the one that was made for it. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private final AtomicBoolean inserts = new AtomicBoolean();

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void passRequests() {
            try (InputStream in = client.getInputStream();
                    OutputStream out = server.getOutputStream()) {
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains("INSERT")) {
                        inserts.set(true);
                    }
                    out.write(chunk, 0, read);
                    out.flush();
                }
            } catch (IOException ended) {
                reset();
            }
        }

        void passAnswers() {
            try (InputStream in = server.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (inserts.getAndSet(false) && toSwallow.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        reset();
                        return;
                    }
                    out.write(chunk, 0, read);
                    out.flush();
                }
            } catch (IOException ended) {
                // told to the other side below
            }
            reset();
        }

        void reset() {
            links.remove(this);
            FaultyProxy.reset(client);
            FaultyProxy.reset(server);
        }
    }
}
