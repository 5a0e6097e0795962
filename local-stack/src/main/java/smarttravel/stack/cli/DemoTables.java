package smarttravel.stack.cli;

import java.io.IOException;

/** What the demo shows: each table with how much it rests on. */
final class DemoTables {
    private final ClickHouseShell shell;

    DemoTables(ClickHouseShell shell) {
        this.shell = shell;
    }

    void print() throws IOException {
        show("Biggest price drops (against each offer's own median of the 14 days before)", """
                SELECT name AS offer, departure, concat(toString(amount), ' ', currency) AS price,
                       toString(baseline) AS baseline,
                       concat('-', toDecimalString(percent, 1), '%') AS drop, if(new_low, 'yes', '') AS lowest_ever,
                       toDate(observed_at) AS seen_on, tracked_observations AS prices_before, tracked_days AS days
                FROM travel.price_drops
                ORDER BY percent DESC, observed_at DESC, offer_id
                LIMIT 10""");
        show(
                "Cheapest month to travel per destination (packages; USD per person; 100 = the market's middle month)",
                """
                SELECT splitByChar('/', market)[3] AS destination, splitByChar('/', market)[2] AS origin,
                       splitByChar('/', market)[5] AS board, formatDateTime(argMin(departure_month, level), '%Y-%m') AS cheapest,
                       round(min(level)) AS usd, round(argMin(idx, level)) AS of_100,
                       formatDateTime(argMax(departure_month, level), '%Y-%m') AS dearest, round(max(level)) AS usd_dearest,
                       argMin(offers, level) AS offers, count() AS months, toDate(min(first_observed_at)) AS seen_from,
                       toDate(max(last_observed_at)) AS seen_to
                FROM travel.seasonal_levels
                WHERE status = 'ok' AND market LIKE 'PACKAGE/%'
                GROUP BY market
                ORDER BY destination, usd""");
        show("When to book: where the booking curve is lowest (100 = the offer's own middle price)", """
                SELECT market, argMin(lead_bucket, idx) AS days_before_from, round(min(idx), 1) AS index_there,
                       argMin(offers, idx) AS offers, round(anyIf(idx, lead_bucket = 0), 1) AS last_week,
                       round(argMax(idx, lead_bucket), 1) AS earliest
                FROM travel.booking_curve
                WHERE status = 'ok'
                GROUP BY market
                ORDER BY market""");
        show("What this rests on", """
                SELECT provider, count() AS observations, uniqExact(offer_id) AS offers, toDate(min(observed_at)) AS from,
                       toDate(max(observed_at)) AS to, countIf(availability = 'SOLD_OUT') AS sold_out,
                       countIf(quarantined) AS quarantined, countIf(late) AS late
                FROM travel.price_observations
                GROUP BY provider
                ORDER BY provider""");
        show("Rejected observations", """
                SELECT reason, count() AS rejected FROM travel.rejected_observations GROUP BY reason ORDER BY rejected DESC
                UNION ALL
                SELECT 'all', count() FROM travel.rejected_observations""");
    }

    private void show(String heading, String query) throws IOException {
        shell.heading(heading);
        shell.print(query, ClickHouseRowFormat.table);
    }
}
