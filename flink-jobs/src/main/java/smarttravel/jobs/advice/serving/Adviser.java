package smarttravel.jobs.advice.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import smarttravel.events.AdviceTerms;
import smarttravel.jobs.advice.policy.Advice;
import smarttravel.jobs.advice.policy.PriceRule;

/** Answers the questions of one route together, each by the model that may speak on it, or else by the rule of neighbours. */
final class Adviser {
    /** Who spoke when no model did. */
    static final String RULE = AdviceTerms.RULE_OF_NEIGHBOURS;

    private static final PriceRule RULE_OF_NEIGHBOURS = PriceRule.STANDARD;
    private static final String INSUFFICIENT = Advice.Word.INSUFFICIENT.name();

    private final ServedModels models;

    Adviser(ServedModels models) {
        this.models = models;
    }

    void answer(String route, List<Question> questions, Consumer<GivenAdvice> out) {
        Map<ServedModel, List<Question>> byModel = new LinkedHashMap<>();
        for (Question question : questions) {
            Optional<ServedModel> speaker = models.speakerOn(question.day());
            if (speaker.isPresent() && question.isKnownEnough()) {
                byModel.computeIfAbsent(speaker.get(), model -> new ArrayList<>())
                        .add(question);
            } else {
                out.accept(byRule(route, question, speaker.map(ServedModel::id).orElse(RULE)));
            }
        }
        byModel.forEach((model, asked) -> byModel(route, model, asked, out));
    }

    private static void byModel(String route, ServedModel model, List<Question> asked, Consumer<GivenAdvice> out) {
        List<ServedModel.Words> answers =
                model.answer(asked.stream().map(Question::features).toList());
        for (int i = 0; i < answers.size(); i++) {
            ServedModel.Words words = answers.get(i);
            boolean isKnown = words.savings().word() != Advice.Word.INSUFFICIENT;
            out.accept(GivenAdvice.unsaid(route, asked.get(i))
                    .saying(
                            model.id(),
                            words.cautious().word().name(),
                            words.savings().word().name(),
                            words.savings().probability().orElse(Double.NaN),
                            isKnown ? words.savings().expectedSaving() : Double.NaN,
                            words.promised()));
        }
    }

    /** Without neighbours the rule knows nothing; with too few earlier prices nobody does. */
    private static GivenAdvice byRule(String route, Question question, String speaker) {
        String word = Double.isNaN(question.neighboursMedian())
                ? INSUFFICIENT
                : (RULE_OF_NEIGHBOURS.waits(question.features()) ? Advice.Word.WAIT : Advice.Word.BUY).name();
        return GivenAdvice.unsaid(route, question).saying(speaker, word, word, Double.NaN, Double.NaN, Double.NaN);
    }
}
