package smarttravel.ingest.feeds.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.events.RejectReason;
import smarttravel.events.Rejection.RejectedException;

/**
 * A source's vocabulary for a field, and what becomes of a word that is not in it.
 *
 * @param meanings from the source's word to the field's text
 */
record Words(Map<String, String> meanings, Otherwise otherwise) {

    /** What becomes of a word that nobody has translated. */
    enum Otherwise {
        REJECT,
        ABSENT,
        KEEP
    }

    Words {
        meanings = Map.copyOf(meanings);
    }

    @Nullable
    String translate(String word, String fieldName) {
        String meaning = meanings.get(word);
        if (meaning != null) {
            return meaning;
        }
        return switch (otherwise) {
            case KEEP -> word;
            case ABSENT -> null;
            case REJECT -> {
                String shown = word.length() <= 60 ? word : word.substring(0, 60) + "…";
                throw new RejectedException(
                        RejectReason.BAD_FIELD, fieldName + ": the mapping has no word for '" + shown + "'");
            }
        };
    }
}
