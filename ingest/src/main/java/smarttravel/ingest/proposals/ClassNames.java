package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells the names that people gave to a page's parts from those that a machine made, which change with the next build. */
final class ClassNames {
    private static final Pattern PLAIN = Pattern.compile("-?[A-Za-z_][A-Za-z0-9_-]{0,47}");
    private static final Pattern MACHINE = Pattern.compile(
            "(?:css|sc|jss|emotion|svelte|ng|_ngcontent|tw|chakra|data-v|v|ember)-?[A-Za-z0-9]*\\d[A-Za-z0-9-]*|_[A-Za-z0-9]{4,8}(?:_.*)?");
    private static final Pattern STATE = Pattern.compile(
            "(?:is|has|no)-.*|.*(?:active|selected|hover|loaded|loading|lazy|hidden|visible|first|last|odd|even|open|current-slide).*");
    private static final Pattern LAYOUT = Pattern.compile(
            "(?:m[trblxy]?|p[trblxy]?|w|h|d|text|bg|flex|grid|col|cols|row|font|border|rounded|items|justify|gap|space|leading"
                    + "|tracking|min|max|float|pull|cf|clearfix|inline|block|relative|absolute|overflow|shadow|sr|order|align|left|right|center|small|large|link|img|image|cell|normal|tiny)"
                    + "(?:-[a-z0-9-]*)?");

    private static final Pattern PARTS = Pattern.compile("[-_]+");

    private ClassNames() {}

    /** The element's classes that a person would use in a selector, in their order. */
    static List<String> lasting(Element element) {
        List<String> names = new ArrayList<>();
        for (String name : element.classNames()) {
            if (PLAIN.matcher(name).matches() && !MACHINE.matcher(name).matches() && !random(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The same without what only counts or tells a state, to compare elements by. */
    static Set<String> kinds(Element element) {
        Set<String> kinds = new LinkedHashSet<>();
        for (String name : lasting(element)) {
            if (!STATE.matcher(name).matches()) {
                kinds.add(name.replaceAll("\\d+$", ""));
            }
        }
        return kinds;
    }

    /** How little a name says: 0 for one that speaks of content. */
    static double cost(String name) {
        if (STATE.matcher(name).matches()) {
            return 1.5;
        }
        if (LAYOUT.matcher(name).matches()) {
            return 0.8;
        }
        return name.startsWith("js-") || name.chars().anyMatch(Character::isDigit) ? 0.3 : 0;
    }

    /** A part of the name with letters and digits mixed, or with capitals as no word has them. */
    private static boolean random(String name) {
        for (String part : PARTS.split(name, -1)) {
            int changes = 0;
            int digits = 0;
            for (int i = 0; i < part.length(); i++) {
                char letter = part.charAt(i);
                digits += Character.isDigit(letter) ? 1 : 0;
                changes += i > 0 && kind(letter) != kind(part.charAt(i - 1)) ? 1 : 0;
            }
            boolean mixed = digits > 0 && digits < part.length() && changes >= 2;
            boolean wordAndNumber = part.matches("[A-Za-z]+\\d+[a-z]{0,2}");
            boolean capitals = digits == 0 && changes >= 4 && part.length() <= 8;
            if (part.length() >= 5 && ((mixed && !wordAndNumber) || capitals)) {
                return true;
            }
        }
        return false;
    }

    private static int kind(char letter) {
        return Character.isDigit(letter) ? 0 : Character.isUpperCase(letter) ? 1 : 2;
    }
}
