package smarttravel.ingest.fetching.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import smarttravel.ingest.fetching.http.UserAgent;

/** What a site's robots.txt says to this robot. */
public sealed interface RobotsRules {
    /** Whoever wants more between two fetches is not fetched from at all. */
    Duration LONGEST_DELAY = Duration.ofMinutes(5);

    /** Rules, perhaps none. */
    record Known(BaseRobotRules rules) implements RobotsRules {
        /** Whether the page may be fetched. */
        public boolean allows(URI address) {
            return rules.isAllowed(address.toString());
        }

        /** What the site wants between two fetches, zero when it does not say. */
        public Duration delay() {
            return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        }
    }

    /** The site could not say: everything is forbidden for now. */
    record Unreachable(Instant until) implements RobotsRules {}

    /** Reads a file that is good now. */
    static RobotsRules of(RobotsFile file) {
        if (file.failedAt() != null) {
            return new Unreachable(file.failedAt().plus(RobotsFile.STOPPED_FOR));
        }
        RobotsFile.Answer answer = file.answer();
        byte[] body = answer == null || answer.status() / 100 != 2 ? new byte[0] : wholeLines(answer.body());
        return new Known(new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), 0)
                .parseContent(
                        file.authority() + "/robots.txt",
                        body,
                        "text/plain",
                        List.of(UserAgent.PRODUCT.toLowerCase(Locale.ROOT))));
    }

    /** Without a rule that was cut off where reading ended. */
    private static byte[] wholeLines(byte[] body) {
        int end = Math.min(body.length, RobotsFile.READ_BYTES);
        if (end < RobotsFile.READ_BYTES) {
            return body;
        }
        while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(body, end);
    }
}
