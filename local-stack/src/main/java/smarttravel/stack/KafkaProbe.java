package smarttravel.stack;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** Asks a broker whether it is there. */
final class KafkaProbe {
    private static final int LIMIT_MILLIS = 1_500;

    private KafkaProbe() {}

    /** Returns when the broker answers, throws when it does not. */
    static void ask(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", LIMIT_MILLIS,
                "default.api.timeout.ms", LIMIT_MILLIS))) {
            var unused = admin.describeCluster().nodes().get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
