package smarttravel.api.keys;

/** A key that was just made, and its text, which cannot be seen again. */
public record NewKey(ApiKey key, KeyText text) {}
