package smarttravel.ingest.fetching.robots;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where robots.txt files outlive a restart. */
public interface RobotsStore {
    /** The last that was kept for that authority. */
    Optional<RobotsFile> find(String authority);

    /** Keeps it in place of what was there. */
    void keep(RobotsFile file);

    /** One that forgets them when the process ends. */
    static RobotsStore inMemory() {
        Map<String, RobotsFile> files = new ConcurrentHashMap<>();
        return new RobotsStore() {
            @Override
            public Optional<RobotsFile> find(String authority) {
                return Optional.ofNullable(files.get(authority));
            }

            @Override
            public void keep(RobotsFile file) {
                files.put(file.authority(), file);
            }
        };
    }
}
