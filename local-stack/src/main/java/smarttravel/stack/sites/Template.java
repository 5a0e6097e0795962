package smarttravel.stack.sites;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page with gaps, in the manner of Mustache: {@code {{name}}} is filled with escaped text, {@code {{{name}}}} with
 * markup; what stands between {@code {{#name}}} and {@code {{/name}}} is shown when there is such a value, once for each
 * when it is a list, and between {@code {{^name}}} and {@code {{/name}}} when there is none.
 */
final class Template {
    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/{]?)([a-z_]+)}?}}");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /** The template in the resource {@code sites/<name>.html}. */
    static Template of(String name) {
        try (InputStream page = Template.class.getResourceAsStream("/sites/" + name + ".html")) {
            if (page == null) {
                throw new IllegalArgumentException("no page " + name);
            }
            return parse(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template parse(String text) {
        Deque<Section> open = new ArrayDeque<>();
        open.push(new Section("", false, new ArrayList<>()));
        Matcher tag = TAG.matcher(text);
        int end = 0;
        while (tag.find()) {
            open.element().parts().add(new Words(text.substring(end, tag.start())));
            end = tag.end();
            put(tag.group(1), tag.group(2), open);
        }
        open.element().parts().add(new Words(text.substring(end)));
        if (open.size() != 1) {
            throw new IllegalArgumentException("'" + open.element().name() + "' is not closed");
        }
        return new Template(open.element().parts());
    }

    private static void put(String mark, String name, Deque<Section> open) {
        switch (mark) {
            case "#", "^" -> open.push(new Section(name, mark.equals("^"), new ArrayList<>()));
            case "/" -> {
                Section closed = open.pop();
                if (!closed.name().equals(name)) {
                    throw new IllegalArgumentException("'" + name + "' closes '" + closed.name() + "'");
                }
                open.element().parts().add(closed);
            }
            default -> open.element().parts().add(new Gap(name, mark.equals("{")));
        }
    }

    /** The page with its gaps filled; a gap without a value stays empty. */
    String fill(Map<String, ?> values) {
        StringBuilder page = new StringBuilder(8_192);
        write(parts, new Scope(values, null), page);
        return page.toString();
    }

    private static void write(List<Part> parts, Scope scope, StringBuilder page) {
        for (Part part : parts) {
            if (part instanceof Words words) {
                page.append(words.text());
            } else if (part instanceof Gap gap) {
                Object value = scope.find(gap.name());
                String text = value == null ? "" : value.toString();
                page.append(gap.markup() ? text : escaped(text));
            } else if (part instanceof Section section) {
                write(section, scope, page);
            }
        }
    }

    private static void write(Section section, Scope scope, StringBuilder page) {
        Object value = scope.find(section.name());
        boolean absent = value == null || value.equals("") || value.equals(List.of());
        if (section.inverted() || absent) {
            if (section.inverted() == absent) {
                write(section.parts(), scope, page);
            }
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                write(section.parts(), new Scope((Map<?, ?>) item, scope), page);
            }
        } else {
            write(section.parts(), scope, page);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private sealed interface Part {}

    private record Words(String text) implements Part {}

    private record Gap(String name, boolean markup) implements Part {}

    private record Section(String name, boolean inverted, List<Part> parts) implements Part {}

    private record Scope(Map<?, ?> values, @Nullable Scope outer) {
        @Nullable
        Object find(String name) {
            Object value = values.get(name);
            return value != null || outer == null ? value : outer.find(name);
        }
    }
}
