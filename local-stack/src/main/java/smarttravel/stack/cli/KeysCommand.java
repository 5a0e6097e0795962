package smarttravel.stack.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import smarttravel.api.keys.ApiKey;
import smarttravel.api.keys.NewKey;
import smarttravel.api.keys.PostgresApiKeys;
import smarttravel.stack.StackConfig.Login;

/** {@code travel keys}: who may ask the API. */
@Command(
        name = "keys",
        description = "Make, list and revoke keys of the API.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create | list | revoke)")
final class KeysCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do with keys: create, list or revoke.");
    }

    @Command(name = "create", description = "Make a key. It is shown this once.", mixinStandardHelpOptions = true)
    int create(@Mixin Address address, @Parameters(paramLabel = "NAME", description = "Who it is for.") String name) {
        NewKey made;
        try {
            made = keys(address).create(name);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(e);
        }
        Terminal.say("Keep it: it cannot be shown again.");
        System.out.println(made.text().reveal());
        return 0;
    }

    @Command(name = "list", description = "List all keys, by their first characters.", mixinStandardHelpOptions = true)
    int list(@Mixin Address address) {
        TextTable table = new TextTable("id", "name", "key", "created", "revoked");
        for (ApiKey key : keys(address).list()) {
            table.add(
                    String.valueOf(key.id()),
                    key.name(),
                    "stk_" + key.prefix() + "…",
                    key.createdAt().toString(),
                    key.revokedAt().map(Object::toString).orElse(null));
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        table.print(out);
        return 0;
    }

    @Command(name = "revoke", description = "Revoke a key by its id.", mixinStandardHelpOptions = true)
    int revoke(
            @Mixin Address address, @Parameters(paramLabel = "ID", description = "As 'keys list' shows it.") long id) {
        if (!keys(address).revoke(id)) {
            throw new CommandFailedException("No key in force has the id " + id + ".");
        }
        Terminal.say("Revoked; within 20 seconds nobody gets in with it.");
        return 0;
    }

    private static PostgresApiKeys keys(Address address) {
        Login login = address.stack().postgres();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(login.url());
        database.setUser(login.user());
        database.setPassword(login.password());
        return new PostgresApiKeys(database, Clock.systemUTC());
    }
}
