package smarttravel.ingest.fetching.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface NameResolver {
    /** As this machine is set up to. */
    NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** Every address of the host, at least one. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
