package smarttravel.ingest.proposals;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The beginning of an element's text, so that looking at an element costs the same however much is inside of it. */
final class Glimpse implements NodeFilter {
    private final int longest;
    private final StringBuilder text = new StringBuilder();

    private Glimpse(int longest) {
        this.longest = longest;
    }

    /** The text with blanks collapsed, cut off soon after so many letters. */
    static String of(Element element, int longest) {
        Glimpse glimpse = new Glimpse(longest);
        element.filter(glimpse);
        return glimpse.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode letters) {
            add(letters.getWholeText());
        } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
            add(" ");
        }
        return text.length() > longest ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            add(" ");
        }
        return FilterResult.CONTINUE;
    }

    private void add(String letters) {
        for (int i = 0; i < letters.length() && text.length() <= longest; i++) {
            char letter = letters.charAt(i);
            if (!Character.isWhitespace(letter)) {
                text.append(letter);
            } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
    }
}
