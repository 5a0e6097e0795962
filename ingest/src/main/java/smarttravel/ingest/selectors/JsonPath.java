package smarttravel.ingest.selectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import smarttravel.ingest.yaml.Place;

/** A way through JSON: {@code searchResult.days[].price}; {@code [2]} is the third element, {@code []} all of them. */
record JsonPath(String text, List<Step> steps) {
    private static final Pattern STEP =
            Pattern.compile("\\G(?:([^.\\[\\]]+)|\\[(\\d{0,6})])(?:\\.(?=[^.\\[])|(?=\\[)|$)");

    /** One step down. */
    sealed interface Step {
        Stream<JsonNode> from(JsonNode node);

        record Member(String name) implements Step {
            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return Stream.ofNullable(node.get(name));
            }
        }

        record Element(int index) implements Step {
            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return Stream.ofNullable(node.get(index));
            }
        }

        record Elements() implements Step {
            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
            }
        }
    }

    /** Understands a path, or complains about the place where it stands. */
    static JsonPath compile(String text, Place place) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int end = 0;
        while (end < text.length() && step.find()) {
            steps.add(step(step));
            end = step.end();
        }
        if (end < text.length()) {
            throw place.complaint("'" + text + "' is not a path such as result.days[].price");
        }
        return new JsonPath(text, steps);
    }

    private static Step step(Matcher step) {
        String index = step.group(2);
        if (index == null) {
            return new Step.Member(step.group(1));
        }
        return index.isEmpty() ? new Step.Elements() : new Step.Element(Integer.parseInt(index));
    }

    Stream<JsonNode> in(JsonNode root) {
        Stream<JsonNode> nodes = Stream.of(root);
        for (Step step : steps) {
            nodes = nodes.flatMap(step::from);
        }
        return nodes;
    }
}
