package smarttravel.api.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.problems.UnavailableException;

/** What is told of models while the store cannot score them. */
class ScorelessModelsTest {
    private static final Optional<ScoredDays> DAYS = Optional.of(ScoredDays.upTo(LocalDate.of(2026, 7, 8)));

    @Test
    void modelsAreToldWithoutScoresWhenTheseFail() {
        assertThat(storeFailingAt("travel.advice_scores").models(DAYS)).isEmpty();
    }

    @Test
    void modelsThatCannotBeReadAreNotToldAsNone() {
        assertThatThrownBy(() -> storeFailingAt("travel.advice_models").models(DAYS))
                .isInstanceOf(UnavailableException.class);
    }

    /** A store of empty tables that gives up, for want of memory, on every statement that names one of them. */
    private static ClickHouseAdvice storeFailingAt(String table) {
        ResultSet nothing = made(ResultSet.class, (proxy, method, arguments) -> called(method.getName(), false));
        PreparedStatement statement =
                made(PreparedStatement.class, (proxy, method, arguments) -> called(method.getName(), nothing));
        Connection connection = made(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")
                    && String.valueOf(arguments[0]).contains(table)) {
                throw new SQLException("memory limit exceeded", "", 241);
            }
            return called(method.getName(), statement);
        });
        return new ClickHouseAdvice(new ClickHouseQueries(
                made(DataSource.class, (proxy, method, arguments) -> called(method.getName(), connection))));
    }

    /** Everything else that is called answers nothing: close and the setters. */
    private static @Nullable Object called(String method, Object answer) {
        return switch (method) {
            case "next", "executeQuery", "prepareStatement", "getConnection" -> answer;
            default -> null;
        };
    }

    private static <T> T made(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
