package smarttravel.ingest.crawling.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import smarttravel.ingest.crawling.ledger.CrawlTask;

/** A task as the JSON of the queues: its id, and the rest for whoever looks at the topic. */
final class TaskJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TaskJson() {}

    static ObjectNode tree(CrawlTask task) {
        return JSON.createObjectNode()
                .put("task", task.id())
                .put("crawl", task.crawl())
                .put("provider", task.provider())
                .put("address", task.page().address().toString());
    }

    static byte[] write(CrawlTask task) {
        return bytes(tree(task));
    }

    static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The task's id; empty when these bytes are no task. */
    static OptionalLong id(byte[] value) {
        try {
            JsonNode id = JSON.readTree(value).path("task");
            return id.canConvertToLong() ? OptionalLong.of(id.longValue()) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
