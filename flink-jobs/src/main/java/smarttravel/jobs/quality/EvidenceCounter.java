package smarttravel.jobs.quality;

/** Takes what is found out about a provider. */
interface EvidenceCounter {
    /**
     * Counts.
     *
     * @param day days since 1970
     * @param what see {@link Evidence}
     * @param count negative when something counted before no longer holds
     */
    void count(long day, int what, long count);
}
