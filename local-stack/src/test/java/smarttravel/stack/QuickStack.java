package smarttravel.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stack that saves often, so that a test need not wait long for its tables. */
public final class QuickStack {
    private static final Logger LOG = LoggerFactory.getLogger(QuickStack.class);

    private QuickStack() {}

    /** Starts it on any free port. */
    public static Stack start(Path folder) {
        StackConfig config = new StackConfig(
                folder, 0, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofMillis(500), 2);
        return Stack.start(config, System.getenv(), Clock.systemUTC(), LOG::info);
    }
}
