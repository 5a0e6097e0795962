package smarttravel.jobs.advice.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A track that was written and read knows everything that it knew. */
class TrackBytesTest {
    private static final String OFFER = "acme/1";
    private static final long DEPARTURE = 20_700;

    @ParameterizedTest(name = "{0} looks, every {1} of them at another price, take {2} bytes")
    @CsvSource({"0, 1, 4", "1, 1, 18", "17, 1, 170", "17, 3, 125", "500, 1, 440", "500, 3, 320"})
    void nothingIsLost(int looks, int changes, int mostBytes) {
        RouteState route = new RouteState();
        SplittableRandom random = new SplittableRandom(looks);
        double price = 400;
        route.observe(look(0, Double.NaN, 0));
        for (int i = 0; i < looks; i++) {
            price = i % changes == 0 ? 300 + random.nextDouble() * 200 : price;
            route.observe(look(1 + i, price, i % 10 == 0 ? i : 7));
            if (i % 13 == 5) {
                route.observe(look(1 + i, Double.NaN, 7));
            }
        }
        OfferTrack track = Objects.requireNonNull(route.track(OFFER));

        byte[] bytes = TrackBytes.write(track);
        OfferTrack read = TrackBytes.read(DEPARTURE, bytes);

        assertThat(bytes.length).isLessThanOrEqualTo(mostBytes);
        assertThat(read.standing()).isEqualTo(track.standing());
        assertThat(read.departure()).isEqualTo(track.departure());
        assertThat(read.size()).isEqualTo(track.size()).isEqualTo(Math.min(looks, OfferTrack.KEPT));
        for (int ago = 0; ago < track.size(); ago++) {
            assertThat(read.price(ago)).isEqualTo(track.price(ago));
            assertThat(read.seller(ago)).isEqualTo(track.seller(ago));
            assertThat(read.second(ago)).isEqualTo(track.second(ago));
        }
        assertThat(TrackBytes.write(read)).isEqualTo(bytes);
    }

    private static SeenPrice look(int day, double price, int seller) {
        return new SeenPrice(
                OFFER, DEPARTURE, seller, price, day % 4 == 0 ? Float.NaN : day, 1_770_000_000L + 86_400L * day);
    }
}
