package smarttravel.stack.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a port for a server that must be told its port before it opens it. Ports that the system gives to clients
 * (Linux: 32768 and above) are left out: one of those may be a connection's by the time the server opens it.
 */
public final class FreePort {
    private static final int LOWEST = 12_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /** A port of loopback that nobody uses at the moment. */
    public static int find() throws IOException {
        try (ServerSocket socket = open()) {
            return socket.getLocalPort();
        }
    }

    /** A port as {@link #find()}, and not this one. */
    static int besides(int taken) throws IOException {
        int port = find();
        return port == taken ? besides(taken) : port;
    }

    private static ServerSocket open() throws IOException {
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new IOException("No free port was found between " + LOWEST + " and " + BEYOND, last);
    }
}
