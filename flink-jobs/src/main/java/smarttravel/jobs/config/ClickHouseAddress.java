package smarttravel.jobs.config;

import java.io.Serializable;

/** Where ClickHouse is and who asks. */
public record ClickHouseAddress(String url, String user, String password) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Without the password, wherever it was written: this ends up in logs. */
    @Override
    public String toString() {
        return user + " at " + url.replaceAll("//[^/]*@", "//").replaceAll("\\?.*", "");
    }
}
