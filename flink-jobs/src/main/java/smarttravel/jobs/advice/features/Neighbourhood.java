package smarttravel.jobs.advice.features;

import static smarttravel.jobs.advice.features.Feature.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import smarttravel.jobs.money.Medians;

/**
 * An offer's price against those of the same route that depart a little earlier or later. A look has up to hundreds of
 * neighbours, and most columns ask each of them for the same few figures: they are computed once, in columns of their own.
 */
final class Neighbourhood {
    static final int NEAR_DAYS = 3;
    private static final int LADDER_DAYS = 10;
    static final int WIDE_DAYS = 14;
    private static final int WEEK = 7;
    private static final double MOVE = 0.01;
    private static final double SAME = 0.005;

    private final OfferTrack own;
    private final double price;
    private final List<OfferTrack> wide = new ArrayList<>();
    /** Of each neighbour, the days from its departure to the own one. */
    private final long[] later;
    /** Of each neighbour, the logarithm of its price over the own one. */
    private final double[] ratios;

    private final double[] changes;
    private final double[] elevations;

    Neighbourhood(RouteState route, OfferTrack own, long second) {
        this.own = own;
        this.price = own.price(0);
        route.forNeighbours(own, WIDE_DAYS, second, wide::add);
        int count = wide.size();
        later = new long[count];
        ratios = new double[count];
        changes = new double[count];
        elevations = new double[count];
        for (int i = 0; i < count; i++) {
            OfferTrack other = wide.get(i);
            later[i] = other.departure() - own.departure();
            ratios[i] = Math.log(other.price(0) / price);
            changes[i] = other.lastChange();
            elevations[i] = other.elevation();
        }
    }

    void fill(float[] row) {
        near(row);
        sameWeekday(row);
        peers(row);
        wide(row);
        ladder(row);
        sameSeller(row);
    }

    private void near(float[] row) {
        Sample near = of(i -> Math.abs(later[i]) <= NEAR_DAYS);
        NEAR_MEDIAN.put(row, near.median(i -> ratios[i]));
        NEAR_MINIMUM.put(row, near.minimum(i -> ratios[i]));
        NEAR_CHANGE.put(row, near.mean(i -> changes[i]));
        NEAR_SHARE_FALLING.put(row, near.share(this::falls));
        NEAR_SHARE_RISING.put(row, near.share(this::rises));
        double elevation = near.mean(i -> elevations[i]);
        NEAR_ELEVATION.put(row, elevation);
        ELEVATION_ABOVE_NEAR.put(row, own.elevation() - elevation);
        NEAR_OWN_MEDIAN.put(row, near.median(i -> Math.log(wide.get(i).median() / price)));
        NEAR_OWN_MINIMUM.put(row, near.median(i -> Math.log(wide.get(i).minimum() / price)));
        Sample before = of(i -> later[i] == -1);
        DAY_BEFORE_PRICE.put(row, before.median(i -> ratios[i]));
        DAY_BEFORE_CHANGE.put(row, before.mean(i -> changes[i]));
        Sample after = of(i -> later[i] == 1);
        DAY_AFTER_PRICE.put(row, after.median(i -> ratios[i]));
        DAY_AFTER_CHANGE.put(row, after.mean(i -> changes[i]));
    }

    private void sameWeekday(float[] row) {
        Sample same = of(i -> later[i] != 0 && later[i] % WEEK == 0);
        SAME_WEEKDAY_PRICE.put(row, same.median(i -> ratios[i]));
        SAME_WEEKDAY_MINIMUM.put(row, same.minimum(i -> ratios[i]));
        ELEVATION_ABOVE_SAME_WEEKDAY.put(row, own.elevation() - same.mean(i -> elevations[i]));
    }

    /** Offers that cost the same when this one was seen last, and where they went: a fare moves on many dates at once. */
    private void peers(float[] row) {
        if (own.size() < 2) {
            return;
        }
        double before = own.price(1);
        Sample peers = of(i -> wide.get(i).size() > 1 && Math.abs(wide.get(i).price(1) / before - 1) <= MOVE);
        PEERS.put(row, peers.size());
        PEERS_SHARE_FALLING.put(row, peers.share(this::falls));
        PEERS_CHANGE.put(row, peers.mean(i -> changes[i]));
        PEERS_CHANGE_BEFORE.put(
                row, peers.mean(i -> wide.get(i).size() > 2 ? wide.get(i).change(1) : Double.NaN));
    }

    private void wide(float[] row) {
        Sample all = of(i -> true);
        WIDE_MEDIAN.put(row, all.median(i -> ratios[i]));
        WIDE_MINIMUM.put(row, all.minimum(i -> ratios[i]));
        WIDE_CHANGE.put(row, all.mean(i -> changes[i]));
        WIDE_SHARE_FALLING.put(row, all.share(this::falls));
        WIDE_ELEVATION.put(row, all.mean(i -> elevations[i]));
        SHARE_AT_PRICE.put(row, all.share(i -> Math.abs(ratios[i]) <= SAME));
        SHARE_BELOW_PRICE.put(row, all.share(i -> ratios[i] < -SAME));
    }

    private void ladder(float[] row) {
        Sample near = of(i -> Math.abs(later[i]) <= LADDER_DAYS);
        NEXT_FARE_BELOW.put(row, -near.minimum(i -> ratios[i] < -SAME ? -ratios[i] : Double.NaN));
        NEXT_FARE_ABOVE.put(row, near.minimum(i -> ratios[i] > SAME ? ratios[i] : Double.NaN));
    }

    private void sameSeller(float[] row) {
        if (own.seller(0) == SeenPrice.UNKNOWN_SELLER) {
            return;
        }
        Sample same = of(i -> wide.get(i).seller(0) == own.seller(0));
        SELLERS_CHANGE.put(row, same.mean(i -> changes[i]));
        SELLERS_ELEVATION.put(row, same.mean(i -> elevations[i]));
    }

    private Sample of(IntPredicate which) {
        int[] chosen = new int[wide.size()];
        int count = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (which.test(i)) {
                chosen[count++] = i;
            }
        }
        return new Sample(chosen, count);
    }

    private boolean falls(int i) {
        return changes[i] < -MOVE;
    }

    private boolean rises(int i) {
        return changes[i] > MOVE;
    }

    /**
     * Some neighbours, and what they have in common; {@code NaN}s are left out.
     *
     * @param members their places among all neighbours, in the first {@code size} elements
     */
    @SuppressWarnings("ArrayRecordComponent") // lives within one row's making
    private record Sample(int[] members, int size) {
        double share(IntPredicate what) {
            int count = 0;
            for (int i = 0; i < size; i++) {
                count += what.test(members[i]) ? 1 : 0;
            }
            return size == 0 ? Double.NaN : (double) count / size;
        }

        double mean(IntToDoubleFunction what) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < size; i++) {
                double value = what.applyAsDouble(members[i]);
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }

        double minimum(IntToDoubleFunction what) {
            double minimum = Double.NaN;
            for (int i = 0; i < size; i++) {
                double value = what.applyAsDouble(members[i]);
                if (value < minimum || Double.isNaN(minimum)) {
                    minimum = value;
                }
            }
            return minimum;
        }

        double median(IntToDoubleFunction what) {
            double[] values = new double[size];
            int count = 0;
            for (int i = 0; i < size; i++) {
                double value = what.applyAsDouble(members[i]);
                if (!Double.isNaN(value)) {
                    values[count++] = value;
                }
            }
            Arrays.sort(values, 0, count);
            return count == 0 ? Double.NaN : Medians.ofSorted(count == size ? values : Arrays.copyOf(values, count));
        }
    }
}
