package smarttravel.ingest.fetching.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.fetching.http.ExchangeException.Problem;

/** No address that is not a public site's is ever connected to. The connector only counts: no packet leaves. */
class AddressGuardTest {
    private static final String PUBLIC = "93.184.215.14";
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("localhost", List.of("127.0.0.1")),
            Map.entry("x.localhost", List.of("::1")),
            Map.entry("127.0.0.1.nip.io", List.of("127.0.0.1")),
            Map.entry("localtest.me", List.of("127.0.0.1")),
            Map.entry("mixed.example", List.of(PUBLIC, "::1")),
            Map.entry("inside.example", List.of("10.1.2.3")),
            Map.entry("xn--fiqs8s.example", List.of("192.168.1.1")),
            Map.entry("shop.example", List.of(PUBLIC, "93.184.215.15")));

    private final List<InetSocketAddress> connects = new ArrayList<>();
    private final HttpExchange exchange = exchange(AddressGuardTest::resolve);

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    private HttpExchange exchange(NameResolver resolver) {
        return new HttpExchange(new UserAgent("1", "a@b.example"), resolver, proxy -> new CountedSocket());
    }

    private final class CountedSocket extends Socket {
        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            connects.add((InetSocketAddress) to);
            throw new ConnectException("only counted");
        }
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        boolean literal = host.indexOf(':') >= 0 || host.matches("[\\d.]+");
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : NAMES.getOrDefault(host, List.of(literal ? host : PUBLIC))) {
            addresses.add(InetAddress.getByName(text));
        }
        return addresses;
    }

    private void get(HttpExchange through, String address, boolean privateNetwork)
            throws ExchangeException, InterruptedException, URISyntaxException {
        Target target = Target.of(new URI(address), privateNetwork);
        through.get(new Ask(target, Map.of(), 1_000, Overflow.REFUSE, Duration.ofSeconds(10), Cookies.none(), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "017700000001",
                "127.0.0.1.",
                "0",
                "0.0.0.0",
                "[::]",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::101:101]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::]",
                "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[2001:db8::1]",
                "[100::1]",
                "[5f00::1]",
                "[3fff::1]",
                "[::1%25lo]",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "x.localhost",
                "127.0.0.1.nip.io",
                "localtest.me",
                "mixed.example",
                "inside.example",
                "xn--fiqs8s.example",
                "①②⑦.⓪.⓪.①",
                "127。0。0。1",
                "user@shop.example",
                "user:pass@shop.example",
                "a@127.0.0.1:80@1.1.1.1",
                "1.1.1.1 &@2.2.2.2# @3.3.3.3",
                "127.1.1.1:80\\@127.2.2.2:80",
                "shop.example:0",
                "shop.example:22",
                "shop.example:25",
                "shop.example:5432",
                "shop.example:9092",
                "shop.example:8123",
                "shop.example:7070",
                "shop.example:99999",
                "shop.example\t",
                "shop.example%00.evil",
                "sh%6fp.example",
                ""
            })
    void whatIsNoPublicSiteIsNotConnectedTo(String authority) {
        for (String scheme : List.of("http", "https")) {
            assertThatThrownBy(() -> get(exchange, scheme + "://" + authority + "/", false))
                    .isInstanceOfAny(ExchangeException.class, URISyntaxException.class)
                    .satisfies(thrown -> assertThat(!(thrown instanceof ExchangeException refused)
                                    || refused.problem() == Problem.ADDRESS)
                            .as(String.valueOf(thrown))
                            .isTrue());
        }
        assertThat(connects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "jar:http://shop.example/a.jar!/",
                "ftp://shop.example/",
                "gopher://shop.example/",
                "data:text/html,hello",
                "netdoc:///etc/passwd",
                "http:127.0.0.1/",
                "http:///path",
                "//shop.example/",
                "/path",
                "#fragment",
                "shop.example",
                "javascript:alert(1)"
            })
    void whatIsNoPageOnTheWebIsNotConnectedTo(String address) {
        assertThatThrownBy(() -> get(exchange, address, false)).isInstanceOf(ExchangeException.class);
        assertThat(connects).isEmpty();
    }

    @Test
    void anEndlessAddressIsRefused() {
        assertThatThrownBy(() -> get(exchange, "http://shop.example/" + "a".repeat(10_000), false))
                .hasMessageContaining("longer");
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/, 93.184.215.14, 80",
        "https://shop.example/, 93.184.215.14, 443",
        "http://1.1.1.1:8080/, 1.1.1.1, 8080",
        "http://100.63.255.254/, 100.63.255.254, 80",
        "http://100.128.0.1/, 100.128.0.1, 80",
        "http://172.32.0.1/, 172.32.0.1, 80",
        "http://198.20.0.1/, 198.20.0.1, 80",
        "http://[2606:4700::1111]/, 2606:4700:0:0:0:0:0:1111, 80"
    })
    void publicSitesAreConnectedToAtTheirAddress(String address, String expected, int port) {
        assertThatThrownBy(() -> get(exchange, address, false)).hasMessageContaining("only counted");

        assertThat(connects).singleElement().satisfies(to -> {
            assertThat(to.getAddress().getHostAddress()).isEqualTo(expected);
            assertThat(to.getPort()).isEqualTo(port);
        });
    }

    @Test
    void theAddressThatWasCheckedIsTheOneConnectedTo() {
        AtomicInteger asked = new AtomicInteger();
        HttpExchange rebound =
                exchange(host -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? PUBLIC : "127.0.0.1")));

        assertThatThrownBy(() -> get(rebound, "http://rebinding.example/", false))
                .hasMessageContaining("only counted");
        assertThatThrownBy(() -> get(rebound, "http://rebinding.example/", false))
                .hasMessageContaining("not public");

        assertThat(connects)
                .singleElement()
                .satisfies(to -> assertThat(to.getAddress().getHostAddress()).isEqualTo(PUBLIC));
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8123", "10.0.0.1", "inside.example:3000", "[::1]:8080", "shop.example"})
    void aProviderInThePrivateNetworkMayBeThereOrOutside(String authority) {
        assertThatThrownBy(() -> get(exchange, "http://" + authority + "/", true))
                .hasMessageContaining("only counted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "0.0.0.0", "224.0.0.1", "[fe80::1]", "127.0.0.1:22", "2130706433"})
    void someAddressesAreNobodysSiteEvenInThePrivateNetwork(String authority) {
        assertThatThrownBy(() -> get(exchange, "http://" + authority + "/", true))
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.ADDRESS));
        assertThat(connects).isEmpty();
    }

    @Test
    void aNameServerThatHangsEndsAtTheDeadline() {
        HttpExchange hanging = exchange(host -> {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        Ask ask;
        try {
            Target target = Target.of(URI.create("http://slow.example/"), false);
            ask = new Ask(target, Map.of(), 1, Overflow.REFUSE, Duration.ofMillis(100), Cookies.none(), 0);
        } catch (ExchangeException e) {
            throw new AssertionError(e);
        }

        assertThatThrownBy(() -> hanging.get(ask))
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        late -> assertThat(late.problem()).isEqualTo(Problem.TIMEOUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somebody", "@", "ftp://a.example", "a b@c.example", "x@y.example\r\nEvil: 1"})
    void whoeverFetchesSaysHowToBeReached(String contact) {
        assertThatThrownBy(() -> new UserAgent("1", contact)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new UserAgent("1", "https://a.example/bot").header())
                .isEqualTo("SmartTravelBot/1 (+https://a.example/bot)");
    }
}
