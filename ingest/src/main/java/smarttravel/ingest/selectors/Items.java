package smarttravel.ingest.selectors;

import java.util.List;
import java.util.stream.Stream;

/** What of a page may be offers. */
sealed interface Items {
    Stream<Item> on(PageView page);

    /**
     * Elements.
     *
     * @param unless an element that is or holds one of these is no item
     */
    record Shown(Css css, List<Css> unless) implements Items {
        @Override
        public Stream<Item> on(PageView page) {
            return css.in(page.document())
                    .filter(element -> unless.stream().noneMatch(unwanted -> unwanted.isIn(element)))
                    .map(element -> Item.shown(page, element));
        }
    }

    /** Elements of a list in a script's object. */
    record InScript(ScriptJson script, JsonPath path) implements Items {
        @Override
        public Stream<Item> on(PageView page) {
            return script.in(page.document()).stream().flatMap(path::in).map(json -> Item.described(page, json));
        }
    }

    /** The page itself is about one thing. */
    record WholePage() implements Items {
        @Override
        public Stream<Item> on(PageView page) {
            return Stream.of(Item.shown(page, page.document()));
        }
    }
}
