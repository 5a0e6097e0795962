package smarttravel.ingest.fetching.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import smarttravel.ingest.fetching.http.ExchangeException.Problem;

/**
 * Finds the addresses of a host and lets none pass unless all may be asked. Whoever connects must use what this returned
 * and never resolve the name again, so that an answer that changes in between leads nowhere.
 */
final class AddressGuard {
    // a name server may hang for longer than a fetch may take, and a thread in a look-up cannot be interrupted
    private static final int LOOKUPS = 32;

    private final NameResolver resolver;
    private final ExecutorService lookups = new ThreadPoolExecutor(
            0, LOOKUPS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), AddressGuard::lookupThread);

    AddressGuard(NameResolver resolver) {
        this.resolver = resolver;
    }

    private static Thread lookupThread(Runnable work) {
        Thread thread = new Thread(work, "name-lookup");
        thread.setDaemon(true);
        return thread;
    }

    /** The addresses to choose from. */
    List<InetAddress> check(Target target, Duration patience) throws ExchangeException, InterruptedException {
        List<InetAddress> addresses = resolve(target.host(), patience);
        for (InetAddress address : addresses) {
            if (!allowed(address, target.privateNetwork())) {
                throw new ExchangeException(
                        Problem.ADDRESS,
                        target.host() + " leads to " + address.getHostAddress() + ", which is not public");
            }
        }
        return addresses;
    }

    private static boolean allowed(InetAddress address, boolean privateNetwork) {
        return switch (Reach.of(address)) {
            case PUBLIC -> privateNetwork || !ownAddress(address);
            case PRIVATE -> privateNetwork;
            case NOWHERE -> false;
        };
    }

    private static boolean ownAddress(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    private List<InetAddress> resolve(String host, Duration patience) throws ExchangeException, InterruptedException {
        try {
            Future<List<InetAddress>> lookup = lookups.submit(() -> resolver.resolve(host));
            return lookup.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ExchangeException(Problem.TIMEOUT, "no name server told the address of " + host);
        } catch (RejectedExecutionException e) {
            throw new ExchangeException(Problem.CONNECTION, "name servers do not answer");
        } catch (ExecutionException e) {
            String why = e.getCause() instanceof UnknownHostException ? " is not known" : " cannot be looked up";
            throw new ExchangeException(Problem.CONNECTION, "the host " + host + why);
        }
    }
}
