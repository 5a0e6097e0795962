package smarttravel.ingest.fetching;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import smarttravel.ingest.fetching.http.Answer;
import smarttravel.ingest.fetching.versions.PageVersion;

/** What of an answer is kept to ask next time whether it has changed. */
final class AnsweredVersion {
    private static final Pattern KEPT_HEADER = Pattern.compile("[\\x20-\\x7E]{1,512}");

    private AnsweredVersion() {}

    /** Empty when the site gave nothing to ask with, or does not want the page kept. */
    static Optional<PageVersion> of(URI address, Answer answer, Instant at) {
        PageVersion version = new PageVersion(
                address,
                header(answer, "etag").orElse(null),
                header(answer, "last-modified").orElse(null),
                header(answer, "content-type").orElse(null),
                answer.body(),
                at);
        boolean mayKeep = answer.all("cache-control").stream()
                .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-store"));
        return Optional.of(version).filter(it -> mayKeep && it.canBeAskedFor());
    }

    private static Optional<String> header(Answer answer, String name) {
        return answer.first(name).filter(value -> KEPT_HEADER.matcher(value).matches());
    }
}
