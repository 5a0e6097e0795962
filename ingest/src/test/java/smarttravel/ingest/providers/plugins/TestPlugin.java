package smarttravel.ingest.providers.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A strategy that is compiled while the test runs, so that it is on nobody's class path, and packed as a plug-in. */
final class TestPlugin {
    private final Path classes;

    private TestPlugin(Path classes) {
        this.classes = classes;
    }

    /** Compiles it into a folder. */
    static TestPlugin compile(Path classes) throws IOException {
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(said, null, null, options, null, List.of(source()))
                .call();
        if (!compiled) {
            throw new IllegalStateException(said.toString());
        }
        return new TestPlugin(classes);
    }

    private static JavaFileObject source() throws IOException {
        String code;
        try (InputStream in = TestPlugin.class.getResourceAsStream("/plugin/Strategy.java.txt")) {
            code = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
        return new SimpleJavaFileObject(URI.create("string:///plugin/Strategy.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }

    /**
     * Packs it.
     *
     * @param strategy the name it gives itself
     * @param constructor what happens when it is made
     */
    void pack(Path jar, String strategy, String constructor) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            add(out, "META-INF/services/smarttravel.ingest.providers.ProviderStrategyFactory", "plugin.Strategy");
            add(out, "plugin/name", strategy);
            add(out, "plugin/constructor", constructor);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("Strategy$Missing.class")) {
                    out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                    Files.copy(file, out);
                }
            }
        }
    }

    private static void add(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(UTF_8));
    }
}
