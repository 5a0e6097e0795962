package smarttravel.jobs.advice.learning;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The parts of a model's file, unpacked only so far as a model can be: a few packed bytes may claim to be gigabytes. */
final class ModelEntries {
    /** A model of the largest file that the topic takes is unpacked to less. */
    private static final int MOST_BYTES = 256 * 1024 * 1024;

    private static final int MOST_ENTRIES = 1_000;

    private ModelEntries() {}

    static Map<String, byte[]> read(InputStream in) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        int room = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(room);
                room -= content.length;
                if (room == 0 || entries.size() == MOST_ENTRIES) {
                    throw new IOException("Not a model: it is unpacked to more than " + MOST_BYTES + " bytes or "
                            + MOST_ENTRIES + " entries.");
                }
                entries.put(entry.getName(), content);
            }
        }
        return entries;
    }
}
