package smarttravel.ingest.feeds;

/** Told how far a replay has come, on the thread that runs it. */
@FunctionalInterface
public interface ReplayProgress {

    /** Called every thousand rows and once everything is acknowledged. */
    void at(Position position);

    /** A listener that does not care. */
    static ReplayProgress none() {
        return position -> {};
    }

    /**
     * How far a replay has come.
     *
     * @param rows read, accepted and rejected together
     * @param bytesRead of the file as it is packed
     * @param bytesTotal the file's size
     */
    record Position(long rows, long accepted, long rejected, long bytesRead, long bytesTotal) {}
}
