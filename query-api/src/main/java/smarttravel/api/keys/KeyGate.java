package smarttravel.api.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import smarttravel.api.http.Problems;
import smarttravel.api.http.RequestLog;
import smarttravel.api.problems.UnavailableException;

/**
 * Lets requests under {@code /api/} pass that show a key in force. Who sends wrong keys is told 401, and 429 after {@value
 * FailedAttempts#ALLOWED_PER_MINUTE} within a minute; meanwhile only keys that were seen a moment ago still pass from that
 * address, so that one broken client does not lock out its neighbours and nobody can keep the store busy.
 */
public final class KeyGate implements Filter {
    private static final String BEARER = "Bearer ";

    private final RecentKeys keys;
    private final FailedAttempts failures;

    public KeyGate(ApiKeys keys, Ticker ticker) {
        this.keys = new RecentKeys(keys, ticker);
        failures = new FailedAttempts(ticker);
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        if (!request.getRequestURI().startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (admit(request, response)) {
                chain.doFilter(request, response);
            }
        } catch (UnavailableException closed) {
            Problems.answer(closed, request, response);
        }
    }

    private boolean admit(HttpServletRequest request, HttpServletResponse response) {
        List<String> shown = Collections.list(request.getHeaders("Authorization"));
        if (shown.isEmpty()) {
            refuse(401, request, response);
            return false;
        }
        String address = request.getRemoteAddr();
        boolean exhausted = failures.exhausted(address);
        Optional<ApiKey> key = bearer(shown).flatMap(exhausted ? keys::findRecent : keys::find);
        if (key.isPresent()) {
            request.setAttribute(
                    RequestLog.ASKER, key.get().prefix() + "/" + key.get().name());
            return true;
        }
        failures.count(address);
        refuse(exhausted ? 429 : 401, request, response);
        return false;
    }

    private static Optional<KeyText> bearer(List<String> shown) {
        String only = shown.get(0);
        return shown.size() == 1 && only.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? KeyText.parse(only.substring(BEARER.length()).trim())
                : Optional.empty();
    }

    private static void refuse(int status, HttpServletRequest request, HttpServletResponse response) {
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"smart-travel\"");
        } else {
            response.setHeader("Retry-After", "60");
        }
        Problems.answer(status, request, response);
    }
}
