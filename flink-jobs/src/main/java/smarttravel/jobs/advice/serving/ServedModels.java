package smarttravel.jobs.advice.serving;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models that may be asked, the last published first. A model never speaks on a day that it was learnt from: a price
 * of such a day is left to one before it.
 */
final class ServedModels implements AutoCloseable {
    /** Today's model was learnt until today, and yesterday's until yesterday; one more for whoever is behind. */
    static final int KEPT = 3;

    private final TreeMap<Long, ServedModel> byOffset = new TreeMap<>();

    /**
     * Takes one more in, and lets the oldest go.
     *
     * @return whether the new one stays: it does not when it lies before all others on its topic
     */
    boolean add(PublishedModel published) throws IOException {
        ServedModel before = byOffset.put(published.offset(), ServedModel.read(published.file()));
        if (before != null) {
            before.close();
        }
        while (byOffset.size() > KEPT) {
            byOffset.pollFirstEntry().getValue().close();
        }
        return isKept(published.offset());
    }

    boolean isKept(long offset) {
        return byOffset.containsKey(offset);
    }

    /** Who speaks on a price seen on a day. */
    Optional<ServedModel> speakerOn(long epochDay) {
        for (Iterator<ServedModel> newest = byOffset.descendingMap().values().iterator(); newest.hasNext(); ) {
            ServedModel model = newest.next();
            if (model.isOlderThan(epochDay)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        byOffset.values().forEach(ServedModel::close);
        byOffset.clear();
    }
}
