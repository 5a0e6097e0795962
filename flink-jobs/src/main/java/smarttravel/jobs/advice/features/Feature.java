package smarttravel.jobs.advice.features;

/**
 * What a model sees, in the order of its columns. A price is always a logarithm of its ratio to the price that is judged;
 * a change is the logarithm of a price over the one before; an elevation that of a price over its offer's own median.
 * What is not known is {@code NaN}.
 */
@SuppressWarnings("EnumOrdinal") // the order of the columns is the order here, and AdviceFeatures.VERSION goes with it
public enum Feature {
    LEAD_DAYS,
    WEEKDAY_SEEN,
    WEEKDAY_OF_DEPARTURE,
    MONTH_OF_DEPARTURE,
    EARLIER_PRICES,
    SEATS_LEFT,

    OWN_MINIMUM,
    OWN_MEDIAN,
    OWN_MAXIMUM,
    OWN_UPPER_QUARTILE,
    OWN_RANK,
    OWN_LAST_MOVE,
    DAYS_SINCE_MOVE,
    CHANGE_OVER_1,
    CHANGE_OVER_2,
    CHANGE_OVER_3,
    OWN_LEVELS,
    OWN_SWITCHES,
    OWN_RETURNS,
    OTHER_LEVEL,
    SHARE_OF_TIMES_BELOW,
    SHARE_OF_TIMES_ABOVE,
    OWN_SPREAD,
    MEAN_OF_5,
    MINIMUM_OF_3,
    SHARE_OF_FALLS,
    DAYS_SINCE_SEEN,
    MEAN_GAP,

    SELLER_CHANGED,
    SELLER_UNKNOWN,
    OWN_SELLERS,
    SELLER_OF_MINIMUM,
    OTHER_SELLERS_MINIMUM,
    SELLERS_CHANGE,
    SELLERS_ELEVATION,

    NEAR_MEDIAN,
    NEAR_MINIMUM,
    NEAR_CHANGE,
    NEAR_SHARE_FALLING,
    NEAR_SHARE_RISING,
    NEAR_ELEVATION,
    ELEVATION_ABOVE_NEAR,
    NEAR_OWN_MEDIAN,
    NEAR_OWN_MINIMUM,
    DAY_BEFORE_PRICE,
    DAY_BEFORE_CHANGE,
    DAY_AFTER_PRICE,
    DAY_AFTER_CHANGE,
    SAME_WEEKDAY_PRICE,
    SAME_WEEKDAY_MINIMUM,
    ELEVATION_ABOVE_SAME_WEEKDAY,

    PEERS,
    PEERS_SHARE_FALLING,
    PEERS_CHANGE,
    PEERS_CHANGE_BEFORE,

    WIDE_MEDIAN,
    WIDE_MINIMUM,
    WIDE_CHANGE,
    WIDE_SHARE_FALLING,
    WIDE_ELEVATION,
    NEXT_FARE_BELOW,
    NEXT_FARE_ABOVE,
    SHARE_AT_PRICE,
    SHARE_BELOW_PRICE,

    ROUTE_VOLATILITY,
    ROUTE_RISES_UNDONE,
    ROUTE_HIGHS_FALLING;

    /** How many there are. */
    public static final int COUNT = values().length;

    void put(float[] row, double value) {
        row[ordinal()] = (float) value;
    }

    /** This feature's value in a row. */
    public float of(float[] row) {
        return row[ordinal()];
    }
}
