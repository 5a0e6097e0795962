package smarttravel.stack.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import smarttravel.ingest.pages.Page;

/**
 * How fast offers are read from pages, beside building the pages' elements and nothing else. One thread; both by turns,
 * page by page, so that whatever else the machine does falls on both; processor time, so that waiting does not count.
 */
public final class ExtractBench {
    private static final int WARM_UP_ROUNDS = 15;
    private static final int REPEATS = 3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<KeptPage> pages;
    private final int rounds;
    private long kept;

    /**
     * A measurement.
     *
     * @param rounds how often each page is measured after the rounds that warm the JVM
     */
    public ExtractBench(List<KeptPage> pages, int rounds) {
        this.pages = List.copyOf(pages);
        this.rounds = rounds;
    }

    /**
     * What a page costs: processor seconds, medians over the rounds.
     *
     * @param parsing only its elements
     * @param extracting its elements and its offers
     */
    public record Cost(KeptPage page, int offers, double parsing, double extracting) {
        /** 1 when reading the offers costs nothing beside the parsing. */
        public double ratio() {
            return parsing / extracting;
        }
    }

    /** Measures every page. */
    public List<Cost> run() {
        double[][] parsing = new double[pages.size()][rounds];
        double[][] extracting = new double[pages.size()][rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (int i = 0; i < pages.size(); i++) {
                KeptPage page = pages.get(i);
                double parsed = seconds(() -> parse(page));
                double extracted = seconds(() -> extract(page));
                if (round >= 0) {
                    parsing[i][round] = parsed;
                    extracting[i][round] = extracted;
                }
            }
        }
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            costs.add(new Cost(pages.get(i), extract(pages.get(i)), median(parsing[i]), median(extracting[i])));
        }
        return costs;
    }

    /** Anything that depends on all that was computed, so that no computing can be left out. */
    public long kept() {
        return kept;
    }

    private double seconds(Work work) {
        long started = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < REPEATS; i++) {
            kept += work.done();
        }
        return (threads.getCurrentThreadCpuTime() - started) / 1e9 / REPEATS;
    }

    private static int parse(KeptPage page) {
        return Page.ofText(page.address(), page.text()).document().childNodeSize();
    }

    private static int extract(KeptPage page) {
        return page.reader()
                .extract(Page.ofText(page.address(), page.text()))
                .offers()
                .size();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Something whose result is a number. */
    @FunctionalInterface
    private interface Work {
        int done();
    }
}
