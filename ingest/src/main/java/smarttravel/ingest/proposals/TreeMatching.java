package smarttravel.ingest.proposals;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * How alike two elements are built: simple tree matching (Yang 1991, used for data records by Zhai and Liu 2005), the
 * largest number of element pairs that keep order and descent, divided by the mean size. Bounded in depth and breadth.
 */
final class TreeMatching {
    private static final int MAX_DEPTH = 7;
    private static final int MAX_CHILDREN = 20;
    private static final int MAX_SIZE = 300;

    private TreeMatching() {}

    /** 0 when the roots differ, 1 when everything within the bounds agrees. */
    static double similarity(Element one, Element other) {
        int depth = MAX_DEPTH;
        while (depth > 1 && Math.max(size(one, depth), size(other, depth)) > MAX_SIZE) {
            depth--;
        }
        return 2.0 * pairs(one, other, depth) / (size(one, depth) + size(other, depth));
    }

    private static int pairs(Element one, Element other, int depth) {
        if (!one.normalName().equals(other.normalName())) {
            return 0;
        }
        if (depth == 0) {
            return 1;
        }
        List<Element> left = children(one);
        List<Element> right = children(other);
        int[][] best = new int[left.size() + 1][right.size() + 1];
        for (int i = 1; i <= left.size(); i++) {
            for (int j = 1; j <= right.size(); j++) {
                int both = best[i - 1][j - 1] + pairs(left.get(i - 1), right.get(j - 1), depth - 1);
                best[i][j] = Math.max(both, Math.max(best[i - 1][j], best[i][j - 1]));
            }
        }
        return 1 + best[left.size()][right.size()];
    }

    private static int size(Element element, int depth) {
        int size = 1;
        if (depth > 0) {
            for (Element child : children(element)) {
                size += size(child, depth - 1);
            }
        }
        return size;
    }

    private static List<Element> children(Element element) {
        Elements children = element.children();
        return children.size() > MAX_CHILDREN ? children.subList(0, MAX_CHILDREN) : children;
    }
}
