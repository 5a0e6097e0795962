package smarttravel.stack.clickhouse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of machine and the npm package that holds the engine for it.
 *
 * @param name what the package calls the machine
 * @param npmPackage the package's name and exact version
 * @param sha512 the checksum of its tarball, in Base64
 */
record EnginePlatform(String name, String npmPackage, String sha512) {
    static final String VERSION = "26.7.3-stable.1";

    /** Only packages whose checksum was verified; elsewhere the library must be given. */
    private static final List<EnginePlatform> KNOWN = List.of(new EnginePlatform(
            "linux-x64-gnu",
            "@chdb/lib-linux-x64-gnu@" + VERSION,
            "XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw=="));

    /** The platform by the JVM's names of system and processor. */
    static Optional<EnginePlatform> find(String osName, String osArch) {
        String name = system(osName) + "-" + processor(osArch) + (osName.startsWith("Linux") ? "-gnu" : "");
        return KNOWN.stream().filter(platform -> platform.name.equals(name)).findFirst();
    }

    private static String system(String osName) {
        return osName.startsWith("Mac") ? "darwin" : osName.toLowerCase(Locale.ROOT);
    }

    private static String processor(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            default -> osArch;
        };
    }
}
