package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A page's visible text in one piece, so that a price split over tags can be read, and which element each letter is from.
 * Blocks are separated by line ends. Bounded: what comes after {@value #MAX_NODES} nodes is left out.
 */
final class PageFlow {
    private static final int MAX_NODES = 200_000;
    private static final int MAX_LETTERS = 1_000_000;
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "svg", "iframe", "head", "title", "textarea");

    private static final Set<String> SEPARATE =
            Set.of("br", "td", "th", "li", "dt", "dd", "option", "button", "label", "article", "section");

    private final StringBuilder text = new StringBuilder();
    private final List<Element> owners = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int nodes;

    private PageFlow() {}

    static PageFlow of(Element root) {
        PageFlow flow = new PageFlow();
        root.filter(flow.new Collector());
        return flow;
    }

    CharSequence text() {
        return text;
    }

    /** How many nodes were looked at. */
    int nodes() {
        return nodes;
    }

    /** The smallest element that holds these letters. */
    Element owner(int start, int end) {
        int first = segment(start);
        int last = segment(end - 1);
        Element common = owners.get(first);
        for (int i = first + 1; i <= last; i++) {
            common = common(common, owners.get(i));
        }
        return common;
    }

    /** What stands before these letters in their line; when that is nothing, the line before. */
    String before(int start) {
        int line = text.lastIndexOf("\n", start - 1) + 1;
        String sameLine = text.substring(Math.max(line, start - 40), start).strip();
        if (!sameLine.isEmpty() || line < 2) {
            return sameLine;
        }
        int previous = text.lastIndexOf("\n", line - 2) + 1;
        return line - previous > 40 ? "" : text.substring(previous, line).strip();
    }

    /** What follows in the same line, not far. */
    String after(int end) {
        int line = text.indexOf("\n", end);
        int stop = line < 0 ? text.length() : line;
        return text.substring(end, Math.min(stop, end + 40)).strip();
    }

    /** How many letters the line has. */
    int lineLength(int start) {
        int stop = text.indexOf("\n", start);
        return (stop < 0 ? text.length() : stop) - text.lastIndexOf("\n", start - 1) - 1;
    }

    private int segment(int offset) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static Element common(Element one, Element other) {
        Element candidate = one;
        while (candidate.parent() != null && !holds(candidate, other)) {
            candidate = candidate.parent();
        }
        return candidate;
    }

    private static boolean holds(Element outer, Element inner) {
        for (Element at = inner; at != null; at = at.parent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private final class Collector implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (++nodes > MAX_NODES || text.length() > MAX_LETTERS) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode letters) {
                add(letters.getWholeText(), letters.parent());
            } else if (node instanceof Element element) {
                if (unseen(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                breakLine(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                breakLine(element);
            }
            return FilterResult.CONTINUE;
        }

        private void breakLine(Element element) {
            if ((element.isBlock() || SEPARATE.contains(element.normalName()))
                    && text.length() > 0
                    && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        private void add(String letters, @Nullable Element owner) {
            if (owner == null) {
                return;
            }
            starts.add(text.length());
            owners.add(owner);
            for (int i = 0; i < letters.length(); i++) {
                char letter = letters.charAt(i);
                if (!Character.isWhitespace(letter)) {
                    text.append(letter);
                } else if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.append(' ');
                }
            }
            if (starts.get(starts.size() - 1) == text.length()) {
                starts.remove(starts.size() - 1);
                owners.remove(owners.size() - 1);
            }
        }

        private boolean unseen(Element element) {
            return UNSEEN.contains(element.normalName())
                    || element.hasAttr("hidden")
                    || element.attr("style")
                            .toLowerCase(Locale.ROOT)
                            .replace(" ", "")
                            .contains("display:none");
        }
    }
}
