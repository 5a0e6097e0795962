package smarttravel.ingest.providers.plugins;

import java.util.Set;

/**
 * What a plug-in sees of the product: the JDK, and the packages a strategy is written with. Everything else is free for
 * the plug-in to bring along, in any version.
 */
final class ExposedClasses extends ClassLoader {
    private static final Set<String> PACKAGES = Set.of(
            "smarttravel.events",
            "smarttravel.ingest.offers",
            "smarttravel.ingest.pages",
            "smarttravel.ingest.prices",
            "smarttravel.ingest.providers",
            "smarttravel.ingest.yaml",
            "org.jspecify.annotations");
    private static final Set<String> LIBRARIES = Set.of("org.jsoup.", "org.slf4j.");

    private final ClassLoader product;

    /** Resources are the JDK's only, so that nobody else's services are found through this. */
    ExposedClasses(ClassLoader product) {
        super("exposed", ClassLoader.getPlatformClassLoader());
        this.product = product;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isExposed(name) ? product.loadClass(name) : super.loadClass(name, resolve);
    }

    private static boolean isExposed(String name) {
        int end = name.lastIndexOf('.');
        return end > 0
                && (PACKAGES.contains(name.substring(0, end))
                        || LIBRARIES.stream().anyMatch(name::startsWith));
    }
}
