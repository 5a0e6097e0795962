package smarttravel.ingest.providers;

/**
 * Why a provider's file or a plug-in cannot be used, while the others can.
 *
 * @param where the file's name
 * @param why for a person
 */
public record Trouble(String where, String why) {
    @Override
    public String toString() {
        return where + ": " + why;
    }
}
