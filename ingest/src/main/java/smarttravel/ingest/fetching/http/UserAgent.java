package smarttravel.ingest.fetching.http;

import java.util.regex.Pattern;

/** Who we say we are: the robot's name, and where a site's operator finds somebody to complain to. */
public record UserAgent(String version, String contact) {
    /** What robots.txt files call us. */
    public static final String PRODUCT = "SmartTravelBot";

    private static final Pattern MAIL = Pattern.compile("[^\\s@()<>]+@[^\\s@()<>]+\\.[^\\s@()<>]+");
    private static final Pattern PAGE = Pattern.compile("https?://[^\\s()<>]+");

    /**
     * Checks.
     *
     * @param contact a mail address, or the address of a page
     */
    public UserAgent {
        if (!MAIL.matcher(contact).matches() && !PAGE.matcher(contact).matches()) {
            throw new IllegalArgumentException(
                    "who fetches pages must say how to be reached: '" + contact + "' is no mail or page address");
        }
        if (!version.matches("[\\w.-]+")) {
            throw new IllegalArgumentException("'" + version + "' is no version");
        }
    }

    /** The header's value. */
    public String header() {
        String reachable = PAGE.matcher(contact).matches() ? contact : "mailto:" + contact;
        return PRODUCT + "/" + version + " (+" + reachable + ")";
    }
}
