package smarttravel.sql;

import java.util.List;
import java.util.Map;

/** Which files a database still needs, given what it says was applied to it. */
final class SchemaPlan {
    private SchemaPlan() {}

    /**
     * The files to apply, in order.
     *
     * @param applied checksum by file name
     * @throws SchemaMismatchException if history and files contradict each other
     */
    static List<SchemaFile> missing(List<SchemaFile> files, Map<String, String> applied) {
        for (String name : applied.keySet()) {
            if (files.stream().noneMatch(file -> file.name().equals(name))) {
                throw new SchemaMismatchException(
                        name + " was applied to this database, but this version of the program does not have it");
            }
        }
        for (SchemaFile file : files) {
            String checksum = applied.getOrDefault(file.name(), file.checksum());
            if (!checksum.equals(file.checksum())) {
                throw new SchemaMismatchException(
                        file.name() + " was changed after it was applied; put the change into a new file");
            }
        }
        return files.stream().filter(file -> !applied.containsKey(file.name())).toList();
    }
}
