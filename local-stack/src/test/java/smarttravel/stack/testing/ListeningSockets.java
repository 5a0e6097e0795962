package smarttravel.stack.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The addresses this process listens on, as Linux tells them. */
public final class ListeningSockets {
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    /** One address per listening TCP socket. Skips the test where there is no {@code /proc}. */
    public static List<InetAddress> ofThisProcess() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "this system has no /proc to tell listening sockets");
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> open = Files.list(descriptors)) {
            open.forEach(descriptor -> inodes.add(targetOf(descriptor)));
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > 9 && columns[3].equals(LISTEN) && inodes.contains("socket:[" + columns[9] + "]")) {
                    addresses.add(address(columns[1].substring(0, columns[1].indexOf(':'))));
                }
            }
        }
        return addresses;
    }

    private static String targetOf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed since it was listed
        }
    }

    /** The kernel writes each group of four bytes in the machine's order, the lowest first. */
    private static InetAddress address(String hex) throws IOException {
        byte[] kernel = HexFormat.of().parseHex(hex);
        byte[] network = new byte[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            network[i] = kernel[i / 4 * 4 + 3 - i % 4];
        }
        return InetAddress.getByAddress(network);
    }
}
