package smarttravel.ingest.prices;

import java.util.List;
import java.util.Optional;

/**
 * What a sign, code or word says about the currency: one, or one of several as {@code $} does.
 *
 * @param codes ISO 4217 codes it may stand for
 * @param usual the one that is meant where nothing else is said, absent when that would be a guess
 */
record CurrencyMark(List<String> codes, Optional<String> usual) {
    CurrencyMark {
        codes = List.copyOf(codes);
    }

    static CurrencyMark of(String code) {
        return new CurrencyMark(List.of(code), Optional.of(code));
    }

    boolean isCertain() {
        return codes.size() == 1;
    }

    /** The more telling of two marks beside one number, as in {@code $ 1,190.00 AUD}. */
    CurrencyMark narrowedBy(CurrencyMark other) {
        return other.codes.size() < codes.size() ? other : this;
    }
}
