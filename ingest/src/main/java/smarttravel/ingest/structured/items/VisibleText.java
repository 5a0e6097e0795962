package smarttravel.ingest.structured.items;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The text of an element as a person reads it: whitespace collapsed, blocks apart, never longer than asked for. */
public final class VisibleText implements NodeFilter {
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript");

    private final StringBuilder text = new StringBuilder();
    private final int longest;

    private VisibleText(int longest) {
        this.longest = longest;
    }

    /** At most that many characters of it. */
    public static String of(Element element, int longest) {
        VisibleText visible = new VisibleText(longest);
        NodeTraversor.filter(visible, element);
        return visible.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (UNSEEN.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            separate(element);
        }
        return text.length() >= longest ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            separate(element);
        }
        return FilterResult.CONTINUE;
    }

    private void separate(Element element) {
        if (element.isBlock() || element.normalName().equals("br")) {
            space();
        }
    }

    private void append(String words) {
        for (int i = 0; i < words.length() && text.length() < longest; i++) {
            char letter = words.charAt(i);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                space();
            } else {
                text.append(letter);
            }
        }
    }

    private void space() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }
}
