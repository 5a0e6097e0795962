package smarttravel.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a PostgreSQL database to the schema of this version. */
public final class PostgresSchema {
    private PostgresSchema() {}

    /** Applies the migrations that the database does not have yet; fails if an applied one was changed. */
    public static void apply(DataSource database) {
        Flyway.configure(PostgresSchema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:smarttravel/sql/postgres")
                .load()
                .migrate();
    }
}
