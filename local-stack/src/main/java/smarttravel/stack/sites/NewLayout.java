package smarttravel.stack.sites;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page as it looks after its site was made anew by another team: the same words, but class names made by a build,
 * plain boxes instead of lists and tables, other names for what scripts read, and nothing left for machines.
 */
final class NewLayout {
    private static final Pattern CLASSES = Pattern.compile("\\b(?:class|id)=\"([^\"]*)\"");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\s(?:data-[a-z-]+|item[a-z]+)(?:=\"[^\"]*\")?");
    private static final Pattern SCRIPTS = Pattern.compile("(?s)<script\\b.*?</script>");
    private static final Pattern BOXES = Pattern.compile(
            "<(/?)(?:article|section|table|thead|tbody|caption|tr|th|td|ul|ol|li|dl|dt|dd|main|aside)\\b");

    private NewLayout() {}

    static String of(String markup) {
        String page = SCRIPTS.matcher(markup).replaceAll("");
        page = ATTRIBUTES.matcher(page).replaceAll("");
        page = BOXES.matcher(page).replaceAll("<$1div");
        return CLASSES.matcher(page).replaceAll(NewLayout::renamed);
    }

    private static String renamed(MatchResult names) {
        return Stream.of(names.group(1).split("\\s+"))
                .map(name -> String.format(Locale.ROOT, "css-%05x", ("v2" + name).hashCode() & 0xFFFFF))
                .collect(Collectors.joining(" ", "class=\"", "\""));
    }
}
