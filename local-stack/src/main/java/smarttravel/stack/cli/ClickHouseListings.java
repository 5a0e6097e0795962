package smarttravel.stack.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import smarttravel.stack.StackConfig.Login;

/** Finds out which hotel an offer is of, as its provider lists it. */
final class ClickHouseListings {
    private static final String LISTED = """
            SELECT splitByChar('/', toString(holiday))[2] AS place, listed_as
            FROM travel.comparable_offers FINAL
            WHERE provider = ? AND offer_id = ? AND listed_as IS NOT NULL
            ORDER BY observed_at DESC
            LIMIT 1""";

    private final Login reader;

    ClickHouseListings(Login reader) {
        this.reader = reader;
    }

    /** A hotel under the name that a provider gives it. */
    record Listing(String place, String provider, String hotel) {}

    /** Of an offer, named {@code provider/offerId}. */
    Listing of(String offer) {
        int slash = offer.indexOf('/');
        if (slash < 1) {
            throw new CommandFailedException("'" + offer + "' is not of the form PROVIDER/OFFER.");
        }
        String provider = offer.substring(0, slash);
        try (Connection connection = DriverManager.getConnection(reader.url(), reader.user(), reader.password());
                PreparedStatement statement = connection.prepareStatement(LISTED)) {
            statement.setString(1, provider);
            statement.setString(2, offer.substring(slash + 1));
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new CommandFailedException("No offer " + offer
                            + " was compared that names a hotel. Offers that departed before they were seen are not.");
                }
                return new Listing(rows.getString("place"), provider, rows.getString("listed_as"));
            }
        } catch (SQLException e) {
            throw new CommandFailedException(e);
        }
    }
}
