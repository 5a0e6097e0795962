package smarttravel.stack.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import smarttravel.events.Topics;
import smarttravel.jobs.advice.serving.ServedModel;

/** Where models are published: whoever is last on the topic is asked first. */
public final class ModelTopic {
    /** Room for what Kafka puts around a file. */
    private static final int LARGEST_MODEL = TravelTopics.LARGEST_FILE - 64 * 1024;

    private ModelTopic() {}

    /**
     * Publishes a model file; returns when the broker has it.
     *
     * @return its id
     * @throws IOException when it is none that the jobs of this version can serve, or too large
     */
    public static String publish(String bootstrapServers, byte[] file) throws IOException {
        if (file.length > LARGEST_MODEL) {
            throw new IOException("a model of " + file.length + " bytes is larger than the topic takes ("
                    + LARGEST_MODEL + "); learn one of fewer members or trees");
        }
        String id;
        try (ServedModel model = ServedModel.read(file)) {
            id = model.id();
        }
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TravelTopics.LARGEST_FILE);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * TravelTopics.LARGEST_FILE);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = id.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.ADVICE_MODELS, key, file)).get();
        } catch (ExecutionException e) {
            throw new IOException("the model could not be published: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while publishing", e);
        }
        return id;
    }
}
