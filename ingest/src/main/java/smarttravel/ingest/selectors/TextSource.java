package smarttravel.ingest.selectors;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Where a text comes from. */
sealed interface TextSource {
    /** Every text it gives for an item, the first first, looked for as far as they are asked for. */
    Stream<String> texts(Item item);

    /** How it is called where a field's origin is told. */
    String origin();

    /** What elements of the item say. */
    record Selected(Css css, ElementText text) implements TextSource {
        @Override
        public Stream<String> texts(Item item) {
            return css.in(item.element()).map(text::of);
        }

        @Override
        public String origin() {
            return "css " + css.text() + text.origin();
        }
    }

    /** What elements say, wherever they stand on the page. */
    record OnPage(Css css, ElementText text) implements TextSource {
        @Override
        public Stream<String> texts(Item item) {
            return item
                    .page()
                    .once(this, document -> css.in(document).map(text::of).toList())
                    .stream();
        }

        @Override
        public String origin() {
            return "page " + css.text() + text.origin();
        }
    }

    /** What the item's JSON says. */
    record InJson(JsonPath path) implements TextSource {
        @Override
        public Stream<String> texts(Item item) {
            return item.nodes(path)
                    .filter(node -> node.isValueNode() && !node.isNull())
                    .map(node -> node.asText());
        }

        @Override
        public String origin() {
            return "json " + path.text();
        }
    }

    /** Always the same. */
    record Constant(String text) implements TextSource {
        @Override
        public Stream<String> texts(Item item) {
            return Stream.of(text);
        }

        @Override
        public String origin() {
            return "constant";
        }
    }

    /** Texts and other fields one after the other; nothing when one of the fields is absent. */
    record Template(String text, List<Piece> pieces) implements TextSource {
        /**
         * A piece.
         *
         * @param named whether the text is the name of a field
         */
        record Piece(String text, boolean named) {}

        @Override
        public Stream<String> texts(Item item) {
            StringBuilder all = new StringBuilder();
            for (Piece piece : pieces) {
                String found = piece.named() ? item.named().apply(piece.text()) : piece.text();
                if (found == null) {
                    return Stream.empty();
                }
                all.append(found);
            }
            return Stream.of(all.toString());
        }

        @Override
        public String origin() {
            return "template " + text;
        }
    }

    /** What was known when the page was asked for. */
    record InContext(String key) implements TextSource {
        @Override
        public Stream<String> texts(Item item) {
            return Stream.ofNullable(item.page().context().get(key));
        }

        @Override
        public String origin() {
            return "context " + key;
        }
    }

    /** The page's address. */
    record OfAddress() implements TextSource {
        @Override
        public Stream<String> texts(Item item) {
            return Stream.of(item.page().address().toString());
        }

        @Override
        public String origin() {
            return "address";
        }
    }

    /**
     * Which text of an element is meant.
     *
     * @param attribute its visible text when absent
     * @param without what inside of it does not belong to the text
     */
    record ElementText(Optional<String> attribute, Optional<Css> without) {
        String of(Element element) {
            if (attribute.isPresent()) {
                return element.attr(attribute.get());
            }
            return without.isEmpty() ? element.text() : textWithout(element, without.get());
        }

        private static String textWithout(Element element, Css unwanted) {
            Element copy = element.clone();
            copy.select(unwanted.evaluator()).remove();
            return copy.text();
        }

        String origin() {
            return attribute.map(name -> "@" + name).orElse("");
        }
    }
}
