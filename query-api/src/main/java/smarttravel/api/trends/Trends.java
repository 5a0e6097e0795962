package smarttravel.api.trends;

import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** What is known about the seasons of markets. Markets come by name. */
public interface Trends {
    /** One page of the seasonal trends of the markets that fit, without holidays. */
    Slice<SeasonalTrend> seasonal(TrendQuery query, PageRequest page);

    /** One page of the booking curves of the markets that fit. */
    Slice<BookingCurve> bookingCurves(TrendQuery query, PageRequest page);
}
