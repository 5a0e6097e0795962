package smarttravel.stack.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.Trouble;
import smarttravel.stack.cli.ProviderStates.ProviderState;

/** How providers are printed. The names are what is typed. */
enum ProviderListing {
    table {
        @Override
        void write(ProviderStates states, PrintWriter out) {
            TextTable text = new TextTable("id", "name", "strategy", "source", "hosts", "state");
            for (ProviderState state : states.providers()) {
                ProviderFile file = state.provider().file();
                text.add(
                        file.id(),
                        file.name(),
                        file.strategy(),
                        state.provider().source(),
                        String.join(" ", file.hosts()),
                        state.stopped()
                                .map(why -> "stopped: " + why)
                                .or(() -> state.quarantine().map(why -> "quarantine: " + why))
                                .orElse("ok"));
            }
            for (Trouble trouble : states.troubles()) {
                text.add(null, null, null, trouble.where(), null, "broken: " + trouble.why());
            }
            text.print(out);
        }
    },
    json {
        @Override
        void write(ProviderStates states, PrintWriter out) throws IOException {
            try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.useDefaultPrettyPrinter().writeStartArray();
                for (ProviderState state : states.providers()) {
                    writeProvider(json, state);
                }
                for (Trouble trouble : states.troubles()) {
                    json.writeStartObject();
                    json.writeStringField("source", trouble.where());
                    writeState(json, "broken", trouble.why());
                }
                json.writeEndArray();
            }
            out.println();
        }
    };

    abstract void write(ProviderStates states, PrintWriter out) throws IOException;

    private static void writeProvider(JsonGenerator json, ProviderState state) throws IOException {
        ProviderFile file = state.provider().file();
        json.writeStartObject();
        json.writeStringField("id", file.id());
        json.writeStringField("name", file.name());
        json.writeStringField("strategy", file.strategy());
        json.writeStringField("source", state.provider().source());
        json.writeArrayFieldStart("hosts");
        for (String host : file.hosts()) {
            json.writeString(host);
        }
        json.writeEndArray();
        if (state.stopped().isPresent()) {
            writeState(json, "stopped", state.stopped().get());
        } else if (state.quarantine().isPresent()) {
            writeState(json, "quarantine", state.quarantine().get());
        } else {
            writeState(json, "ok", "");
        }
    }

    private static void writeState(JsonGenerator json, String state, String why) throws IOException {
        json.writeStringField("state", state);
        if (!why.isEmpty()) {
            json.writeStringField("why", why);
        }
        json.writeEndObject();
    }
}
