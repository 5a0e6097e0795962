package smarttravel.ingest.fetching.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** A range of addresses, e.g. {@code 10.0.0.0/8}. */
record Network(List<Byte> prefix, int bits) {
    static Network of(String cidr) {
        int slash = cidr.indexOf('/');
        try {
            // a literal: nobody is asked
            byte[] address = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
            return new Network(boxed(address), Integer.parseInt(cidr, slash + 1, cidr.length(), 10));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(cidr + " is no range of addresses", e);
        }
    }

    static List<Network> all(String... cidrs) {
        return Arrays.stream(cidrs).map(Network::of).toList();
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit));
            if (((address[bit / 8] ^ prefix.get(bit / 8)) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, i -> bytes[i]);
        return List.of(boxed);
    }
}
