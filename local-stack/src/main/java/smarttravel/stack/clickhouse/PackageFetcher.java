package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Path;

/** Gets one npm package's tarball; its content is checked by the caller. */
@FunctionalInterface
interface PackageFetcher {
    /** Puts the tarball into the given empty folder and returns its path. */
    Path fetch(String npmPackage, Path folder) throws IOException;
}
