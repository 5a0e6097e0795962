package smarttravel.api.problems;

/** Which parameter is wrong, and what it wants instead. */
public record ParameterError(String parameter, String message) {}
