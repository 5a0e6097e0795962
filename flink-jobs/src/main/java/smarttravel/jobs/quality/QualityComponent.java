package smarttravel.jobs.quality;

/**
 * One component of a score and what it rests on.
 *
 * @param score 0 to 100, NaN when too little is known
 * @param n how many observations, offers, reviews or groups it rests on
 */
public record QualityComponent(double score, long n) {
    public QualityComponent {
        if (score < 0 || score > 100 || n < 0) {
            throw new IllegalArgumentException("a score lies between 0 and 100 and rests on 0 or more, not " + score);
        }
    }

    /** Of which too little is known: no score, which is not a score of 0. */
    public static QualityComponent insufficient(long n) {
        return new QualityComponent(Double.NaN, n);
    }

    /** The share of good ones; without any at all there is no score, rather than a perfect one. */
    public static QualityComponent share(long good, long n) {
        return n == 0 ? insufficient(0) : new QualityComponent(100.0 * good / n, n);
    }

    /** Whether it has a score. */
    public boolean isKnown() {
        return !Double.isNaN(score);
    }
}
