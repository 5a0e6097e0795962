package smarttravel.stack.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error as ClickHouse words it, with the code that its clients look at. */
final class EngineException extends Exception {
    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\.");

    private final int code;

    private EngineException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** From the engine's own text, {@code Code: 62. DB::Exception: ...}; a text without a code counts as unknown. */
    static EngineException parse(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.find()
                ? new EngineException(Integer.parseInt(matcher.group(1)), text)
                : of(EngineError.UNKNOWN_EXCEPTION, text);
    }

    /** An error that the endpoint itself found, in the engine's wording. */
    static EngineException of(EngineError error, String message) {
        return new EngineException(
                error.code(), "Code: %d. DB::Exception: %s (%s)".formatted(error.code(), message, error.name()));
    }

    int code() {
        return code;
    }
}
