package smarttravel.api.database;

/**
 * Where a database is and who asks it.
 *
 * @param url JDBC URL
 */
public record Database(String url, String user, String password) {
    public Database {
        if (!url.startsWith("jdbc:")) {
            throw new IllegalArgumentException("a JDBC URL starts with jdbc:");
        }
    }

    @Override
    public String toString() {
        return "Database[user=" + user + "]";
    }
}
