package smarttravel.ingest.crawling.ledger;

/**
 * Where PostgreSQL is and who asks.
 *
 * @param url for JDBC
 */
public record PostgresLogin(String url, String user, String password) {
    /** Without the password: this ends up in logs. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
