package smarttravel.jobs.advice.features;

import static smarttravel.jobs.advice.features.Feature.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import smarttravel.jobs.money.Medians;

/** An offer's price against those of the same route that depart a little earlier or later. */
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

    Neighbourhood(RouteState route, OfferTrack own, long second) {
        this.own = own;
        this.price = own.price(0);
        route.forNeighbours(own, WIDE_DAYS, second, wide::add);
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
        Sample near = of(other -> distance(other) <= NEAR_DAYS);
        NEAR_MEDIAN.put(row, near.median(this::ratio));
        NEAR_MINIMUM.put(row, near.minimum(this::ratio));
        NEAR_CHANGE.put(row, near.mean(Neighbourhood::change));
        NEAR_SHARE_FALLING.put(row, near.share(Neighbourhood::falls));
        NEAR_SHARE_RISING.put(row, near.share(Neighbourhood::rises));
        NEAR_ELEVATION.put(row, near.mean(OfferTrack::elevation));
        ELEVATION_ABOVE_NEAR.put(row, own.elevation() - near.mean(OfferTrack::elevation));
        NEAR_OWN_MEDIAN.put(row, near.median(other -> Math.log(other.median() / price)));
        NEAR_OWN_MINIMUM.put(row, near.median(other -> Math.log(other.minimum() / price)));
        Sample before = of(other -> other.departure() == own.departure() - 1);
        DAY_BEFORE_PRICE.put(row, before.median(this::ratio));
        DAY_BEFORE_CHANGE.put(row, before.mean(Neighbourhood::change));
        Sample after = of(other -> other.departure() == own.departure() + 1);
        DAY_AFTER_PRICE.put(row, after.median(this::ratio));
        DAY_AFTER_CHANGE.put(row, after.mean(Neighbourhood::change));
    }

    private void sameWeekday(float[] row) {
        Sample same = of(other -> other.departure() != own.departure() && distance(other) % WEEK == 0);
        SAME_WEEKDAY_PRICE.put(row, same.median(this::ratio));
        SAME_WEEKDAY_MINIMUM.put(row, same.minimum(this::ratio));
        ELEVATION_ABOVE_SAME_WEEKDAY.put(row, own.elevation() - same.mean(OfferTrack::elevation));
    }

    /** Offers that cost the same when this one was seen last, and where they went: a fare moves on many dates at once. */
    private void peers(float[] row) {
        if (own.size() < 2) {
            return;
        }
        double before = own.price(1);
        Sample peers = of(other -> other.size() > 1 && Math.abs(other.price(1) / before - 1) <= MOVE);
        PEERS.put(row, peers.size());
        PEERS_SHARE_FALLING.put(row, peers.share(Neighbourhood::falls));
        PEERS_CHANGE.put(row, peers.mean(Neighbourhood::change));
        PEERS_CHANGE_BEFORE.put(row, peers.mean(other -> other.size() > 2 ? other.change(1) : Double.NaN));
    }

    private void wide(float[] row) {
        Sample all = new Sample(wide);
        WIDE_MEDIAN.put(row, all.median(this::ratio));
        WIDE_MINIMUM.put(row, all.minimum(this::ratio));
        WIDE_CHANGE.put(row, all.mean(Neighbourhood::change));
        WIDE_SHARE_FALLING.put(row, all.share(Neighbourhood::falls));
        WIDE_ELEVATION.put(row, all.mean(OfferTrack::elevation));
        SHARE_AT_PRICE.put(row, all.share(other -> Math.abs(ratio(other)) <= SAME));
        SHARE_BELOW_PRICE.put(row, all.share(other -> ratio(other) < -SAME));
    }

    private void ladder(float[] row) {
        Sample near = of(other -> distance(other) <= LADDER_DAYS);
        NEXT_FARE_BELOW.put(row, -near.minimum(other -> ratio(other) < -SAME ? -ratio(other) : Double.NaN));
        NEXT_FARE_ABOVE.put(row, near.minimum(other -> ratio(other) > SAME ? ratio(other) : Double.NaN));
    }

    private void sameSeller(float[] row) {
        if (own.seller(0) == SeenPrice.UNKNOWN_SELLER) {
            return;
        }
        Sample same = of(other -> other.seller(0) == own.seller(0));
        SELLERS_CHANGE.put(row, same.mean(Neighbourhood::change));
        SELLERS_ELEVATION.put(row, same.mean(OfferTrack::elevation));
    }

    private Sample of(Predicate<OfferTrack> which) {
        List<OfferTrack> chosen = new ArrayList<>();
        for (OfferTrack other : wide) {
            if (which.test(other)) {
                chosen.add(other);
            }
        }
        return new Sample(chosen);
    }

    private long distance(OfferTrack other) {
        return Math.abs(other.departure() - own.departure());
    }

    private double ratio(OfferTrack other) {
        return Math.log(other.price(0) / price);
    }

    private static double change(OfferTrack other) {
        return other.size() > 1 ? other.change(0) : Double.NaN;
    }

    private static boolean falls(OfferTrack other) {
        return change(other) < -MOVE;
    }

    private static boolean rises(OfferTrack other) {
        return change(other) > MOVE;
    }

    /** Some neighbours, and what they have in common; {@code NaN}s are left out. */
    private record Sample(List<OfferTrack> offers) {
        int size() {
            return offers.size();
        }

        double share(Predicate<OfferTrack> what) {
            int count = 0;
            for (OfferTrack each : offers) {
                count += what.test(each) ? 1 : 0;
            }
            return offers.isEmpty() ? Double.NaN : (double) count / offers.size();
        }

        double mean(ToDoubleFunction<OfferTrack> what) {
            double sum = 0;
            int count = 0;
            for (OfferTrack each : offers) {
                double value = what.applyAsDouble(each);
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }

        double minimum(ToDoubleFunction<OfferTrack> what) {
            double minimum = Double.NaN;
            for (OfferTrack each : offers) {
                double value = what.applyAsDouble(each);
                if (value < minimum || Double.isNaN(minimum)) {
                    minimum = value;
                }
            }
            return minimum;
        }

        double median(ToDoubleFunction<OfferTrack> what) {
            double[] values = offers.stream()
                    .mapToDouble(what)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            return values.length == 0 ? Double.NaN : Medians.ofSorted(values);
        }
    }
}
