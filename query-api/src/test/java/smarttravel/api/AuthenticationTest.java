package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smarttravel.api.http.Route;
import smarttravel.api.keys.KeyText;
import smarttravel.api.problems.UnavailableException;

class AuthenticationTest {
    private final RunningApi api = new RunningApi().filled();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void withoutAKeyOnlyTheRoutesOutsideTheApiAnswer() {
        for (Route route : api.routes()) {
            HttpResponse<String> answer = api.send(RunningApi.workingPath(route));

            assertThat(answer.statusCode())
                    .as(route.path())
                    .isEqualTo(route.path().startsWith("/api/") ? 401 : 200);
            if (answer.statusCode() == 401) {
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"smart-travel\"");
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            }
        }
    }

    @Test
    void aWrongKeyOpensNoRoute() {
        String unknown = KeyText.random(new SecureRandom()).reveal();
        for (String wrong : List.of("Bearer " + unknown, "%s", "Basic %s", "Bearer ")) {
            // one of its own for each: fifty wrong keys within a minute are answered otherwise
            try (RunningApi fresh = new RunningApi()) {
                String header = wrong.replace("%s", fresh.key.reveal());
                fresh.routes().stream()
                        .filter(Route::needsKey)
                        .forEach(route -> assertThat(fresh.send(RunningApi.workingPath(route), "Authorization", header)
                                        .statusCode())
                                .as("%s with %s", route.path(), wrong)
                                .isEqualTo(401));
            }
        }
    }

    @Test
    void aKeyInTheAddressOpensNothing() {
        assertThat(api.send("/api/v1/drops?key=" + api.key.reveal()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void noSpellingOfAPathGoesAroundTheGate() {
        for (String path : List.of(
                "/%61pi/v1/drops",
                "//api/v1/drops",
                "/api%2Fv1/drops",
                "/x/../api/v1/drops",
                "/api/../api/v1/drops",
                "/API/v1/drops",
                "/api/v1/drops;x=1",
                "/api/v1/%2e/drops",
                "/.//api/v1/drops",
                "/api/v1//drops")) {
            assertThat(api.send(path).statusCode()).as(path).isIn(400, 401, 404);
        }
    }

    @Test
    void whenKeysCannotBeLookedUpNobodyIsLetIn() {
        api.keyFailure = Optional.of(new UnavailableException("The store of keys", new RuntimeException("down")));

        HttpResponse<String> answer = api.get("/api/v1/drops");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("down");
    }

    @Test
    void afterFiftyWrongKeysAnAddressIsToldToWaitButKeysInUseStillPass() {
        assertThat(api.get("/api/v1/drops").statusCode()).isEqualTo(200);
        KeyText other = KeyText.random(new SecureRandom());
        for (int i = 0; i < 50; i++) {
            assertThat(api.send("/api/v1/drops", "Authorization", "Bearer " + i).statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> answer = api.send("/api/v1/drops", "Authorization", "Bearer " + other.reveal());

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(api.get("/api/v1/drops").statusCode()).isEqualTo(200);
    }
}
