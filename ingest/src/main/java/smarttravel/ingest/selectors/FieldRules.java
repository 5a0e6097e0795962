package smarttravel.ingest.selectors;

import java.util.List;
import java.util.Optional;

/** Ways to read one field; the first that finds something is taken. */
record FieldRules(List<FieldRule> alternatives) {

    /**
     * What was found.
     *
     * @param rule what found it
     */
    record Found(String text, FieldRule rule) {
        String origin() {
            return rule.source().origin();
        }
    }

    Optional<Found> find(Item item) {
        for (FieldRule rule : alternatives) {
            Optional<String> text = rule.text(item);
            if (text.isPresent()) {
                return Optional.of(new Found(text.get(), rule));
            }
        }
        return Optional.empty();
    }

    /** Whether it is made of other fields, and therefore read after them. */
    boolean isTemplate() {
        return alternatives.stream().anyMatch(rule -> rule.source() instanceof TextSource.Template);
    }
}
