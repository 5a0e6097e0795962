package smarttravel.stack.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far something long has come: a bar with rate and time left for a person, a line every ten seconds otherwise. */
interface ProgressLine extends AutoCloseable {
    /**
     * Told how far it is.
     *
     * @param things done, which the rate counts
     * @param done of {@code total}, in whatever the total is known in
     */
    void at(long things, long done, long total);

    @Override
    void close();

    /** For whoever watches stderr. */
    static ProgressLine of(String task, String things) {
        return Terminal.isWatched() ? new Bar(task, things) : new Lines(task, things);
    }

    /** A bar that is drawn over itself. */
    final class Bar implements ProgressLine {
        private final ProgressBar bar;
        private final String things;
        private final Instant started = Instant.now();

        private Bar(String task, String things) {
            this.things = things;
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(100)
                    .setUpdateIntervalMillis(250)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit("%", 1)
                    .build();
        }

        @Override
        public void at(long count, long done, long total) {
            bar.stepTo(total == 0 ? 100 : 100 * done / total);
            bar.setExtraMessage(
                    String.format(Locale.ROOT, "%,d %s, %,.0f/s", count, things, perSecond(count, started)));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line every ten seconds. */
    final class Lines implements ProgressLine {
        private static final Duration PAUSE = Duration.ofSeconds(10);

        private final String task;
        private final String things;
        private final Instant started = Instant.now();
        private Instant next = started.plus(PAUSE);

        private Lines(String task, String things) {
            this.task = task;
            this.things = things;
        }

        @Override
        public void at(long count, long done, long total) {
            Instant now = Instant.now();
            if (now.isBefore(next)) {
                return;
            }
            next = now.plus(PAUSE);
            long left = done == 0
                    ? 0
                    : (total - done) * Duration.between(started, now).toSeconds() / done;
            Terminal.say(String.format(
                    Locale.ROOT,
                    "%s: %d %%, %,d %s, %,.0f/s, %d s left",
                    task,
                    total == 0 ? 100 : 100 * done / total,
                    count,
                    things,
                    perSecond(count, started),
                    left));
        }

        @Override
        public void close() {
            // nothing to tidy up
        }
    }

    private static double perSecond(long count, Instant since) {
        return 1_000.0
                * count
                / Math.max(1, Duration.between(since, Instant.now()).toMillis());
    }
}
