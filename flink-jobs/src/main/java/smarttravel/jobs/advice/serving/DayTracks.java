package smarttravel.jobs.advice.serving;

import java.util.LinkedHashMap;
import java.util.Map;
import smarttravel.jobs.advice.features.TrackBytes;

/**
 * What is kept of a route's offers of one departure day.
 *
 * @param offers their keys, in the order in which they were first seen
 * @param tracks see {@link TrackBytes}
 */
@SuppressWarnings("ArrayRecordComponent") // state is replaced as a whole and never compared
public record DayTracks(String[] offers, byte[][] tracks) {
    static final DayTracks NONE = new DayTracks(new String[0], new byte[0][]);

    static DayTracks of(Map<String, byte[]> byOffer) {
        return new DayTracks(
                byOffer.keySet().toArray(String[]::new), byOffer.values().toArray(byte[][]::new));
    }

    /** By offer, in order. */
    Map<String, byte[]> byOffer() {
        Map<String, byte[]> byOffer = new LinkedHashMap<>(2 * offers.length);
        for (int i = 0; i < offers.length; i++) {
            byOffer.put(offers[i], tracks[i]);
        }
        return byOffer;
    }
}
