package smarttravel.jobs.advice.serving;

/**
 * A model on its way to every task, whole: whoever restores a checkpoint has what it advised with.
 *
 * @param id see {@link ServedModel#id}
 * @param offset its place on its topic: of several the last one is asked first
 * @param file see {@link smarttravel.jobs.advice.learning.ModelFile}
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the tasks, never compared
public record PublishedModel(String id, long offset, byte[] file) {}
