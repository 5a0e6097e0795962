package smarttravel.api.problems;

import java.util.List;

/** The asker's mistake: parameters that are missing, malformed or do not go together. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ParameterError> errors;

    /** At least one error; all that were found, so that one answer names them all. */
    public InvalidRequestException(List<ParameterError> errors) {
        super("invalid parameters: " + errors);
        this.errors = List.copyOf(errors);
    }

    public InvalidRequestException(String parameter, String message) {
        this(List.of(new ParameterError(parameter, message)));
    }

    public List<ParameterError> errors() {
        return errors;
    }
}
