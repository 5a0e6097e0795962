package smarttravel.jobs.pacing;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * The keys that changed since they last spoke, and the moment at which they speak: soon when there is little to say, later
 * under load.
 */
final class PendingKeys<K> {
    /** Pending keys speak at the latest when there are this many. */
    private static final int MOST_PENDING = 50_000;

    private static final long SHORTEST_PAUSE_MILLIS = 200;

    /** After speaking it pauses at least so many times as long, so that under load most of the time goes into listening. */
    private static final int PAUSE_OF_SPEAKING = 4;

    private final ProcessingTimeService time;
    private final long longestPauseMillis;
    private final Speaking<K> speaking;
    private final Set<K> keys = new LinkedHashSet<>();
    private boolean scheduled;
    private long pauseMillis = SHORTEST_PAUSE_MILLIS;
    private long spokeAt;

    /** Speaks for the keys that are pending, and perhaps for more; tells how much it said. */
    interface Speaking<K> {
        int speak(Set<K> pending) throws Exception;
    }

    PendingKeys(ProcessingTimeService time, long longestPauseMillis, Speaking<K> speaking) {
        this.time = time;
        this.longestPauseMillis = longestPauseMillis;
        this.speaking = speaking;
    }

    void add(K key) throws Exception {
        if (keys.add(key) && !scheduled) {
            schedule();
        } else if (keys.size() >= MOST_PENDING) {
            speak();
        }
    }

    /** Whether the key was pending; it is not any more. */
    boolean remove(K key) {
        return keys.remove(key);
    }

    /** Has everything said soon. */
    void schedule() {
        if (!scheduled) {
            scheduled = true;
            long now = time.getCurrentProcessingTime();
            long due = Math.max(now + SHORTEST_PAUSE_MILLIS, spokeAt + pauseMillis);
            wakeAt(Math.min(due, now + Math.max(SHORTEST_PAUSE_MILLIS, pauseMillis)));
        }
    }

    /** What was said in the meantime, before a checkpoint, need not be said again so soon: the pause begins with it. */
    private void wakeAt(long moment) {
        var unused = time.registerTimer(moment, at -> {
            long due = spokeAt + pauseMillis;
            if (at < due) {
                wakeAt(Math.min(due, at + pauseMillis));
            } else {
                scheduled = false;
                speak();
            }
        });
    }

    /**
     * Pauses longer the more there was to say and the longer it took, so that a replay writes seldom and a quiet market at
     * once. What is said counts, not the keys: one key may speak for thousands of offers.
     */
    void speak() throws Exception {
        long began = time.getCurrentProcessingTime();
        int said = speaking.speak(keys);
        long took = time.getCurrentProcessingTime() - began;
        pauseMillis = Math.min(longestPauseMillis, Math.max(SHORTEST_PAUSE_MILLIS + said, PAUSE_OF_SPEAKING * took));
        keys.clear();
        spokeAt = time.getCurrentProcessingTime();
    }
}
