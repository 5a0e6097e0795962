package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code travel sql}: asks ClickHouse, reading only, and never sees a row twice. */
@Command(
        name = "sql",
        description = "Ask ClickHouse. Tables lie in database travel; rows are never seen twice.",
        mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
    @Mixin
    private Address address = new Address();

    @Parameters(paramLabel = "QUERY", description = "The query, or - to read it from stdin.")
    private String query = "";

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private ClickHouseRowFormat output = ClickHouseRowFormat.table;

    @Override
    public Integer call() throws IOException {
        String text = query.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : query;
        new ClickHouseShell(address.stack().reader()).print(text, output);
        return 0;
    }
}
