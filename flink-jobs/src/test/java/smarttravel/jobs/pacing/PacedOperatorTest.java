package smarttravel.jobs.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.testing.JobOperators;

class PacedOperatorTest {
    private static final long LONGEST_PAUSE = 1_000;
    /** How often one key speaks. */
    private static final int CROWD = 5_000;

    private KeyedOneInputStreamOperatorTestHarness<String, String, String> operator;

    @BeforeEach
    void open() throws Exception {
        operator = counting();
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aKeyThatChangesOftenIsEmittedOnce() throws Exception {
        take("a", "a", "b", "a");
        assertThat(operator.extractOutputValues()).isEmpty();

        operator.setProcessingTime(200);

        assertThat(operator.extractOutputValues()).containsExactly("a=3", "b=1");
    }

    @Test
    void aKeyThatDoesNotChangeAgainIsNotEmittedAgain() throws Exception {
        take("a", "b");
        operator.setProcessingTime(200);
        take("b", "ignored");
        operator.setProcessingTime(10_000);
        operator.setProcessingTime(20_000);

        assertThat(operator.extractOutputValues()).containsExactly("a=1", "b=1", "b=2");
    }

    @Test
    void everythingPendingIsEmittedBeforeACheckpoint() throws Exception {
        take("a", "b");

        operator.prepareSnapshotPreBarrier(1);

        assertThat(operator.extractOutputValues()).containsExactly("a=1", "b=1");
        operator.setProcessingTime(10_000);
        assertThat(operator.extractOutputValues()).as("and not a second time").hasSize(2);
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        take("a", "a");
        operator.prepareSnapshotPreBarrier(1);
        OperatorSubtaskState saved = operator.snapshot(1, 1);
        take("a", "b");
        operator.close();

        operator = counting();
        operator.initializeState(saved);
        operator.open();
        operator.setProcessingTime(10_000);
        assertThat(operator.extractOutputValues()).as("nothing has changed yet").isEmpty();

        take("a");
        operator.setProcessingTime(20_000);
        assertThat(operator.extractOutputValues()).containsExactly("a=3");
        assertThat(operator.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void theEndOfInputLeavesNothingPending() throws Exception {
        take("a");

        operator.endInput();

        assertThat(operator.extractOutputValues()).containsExactly("a=1");
    }

    @Test
    void pausesLongerTheMoreThereWasToSay() throws Exception {
        for (int key = 0; key < 5_000; key++) {
            take("key" + key);
        }
        operator.setProcessingTime(200);
        assertThat(operator.extractOutputValues()).hasSize(5_000);

        take("a");
        operator.setProcessingTime(200 + LONGEST_PAUSE - 1);
        assertThat(operator.extractOutputValues()).hasSize(5_000);
        operator.setProcessingTime(200 + LONGEST_PAUSE);
        assertThat(operator.extractOutputValues()).hasSize(5_001);
    }

    @Test
    void oneKeyThatSaysMuchPausesAsLongAsManyThatSayLittle() throws Exception {
        take("crowd");
        operator.setProcessingTime(200);
        assertThat(operator.extractOutputValues()).hasSize(CROWD);

        take("a");
        operator.setProcessingTime(200 + LONGEST_PAUSE - 1);
        assertThat(operator.extractOutputValues()).hasSize(CROWD);
        operator.setProcessingTime(200 + LONGEST_PAUSE);
        assertThat(operator.extractOutputValues()).hasSize(CROWD + 1);
    }

    @Test
    void thePauseBeginsWithWhatACheckpointSaid() throws Exception {
        take("a");
        operator.setProcessingTime(100);
        take("crowd");
        operator.prepareSnapshotPreBarrier(1);
        take("b");

        operator.setProcessingTime(100 + LONGEST_PAUSE - 1);
        assertThat(operator.extractOutputValues()).hasSize(1 + CROWD);
        operator.setProcessingTime(100 + LONGEST_PAUSE);
        assertThat(operator.extractOutputValues()).hasSize(1 + CROWD + 1);
    }

    @Test
    void afterALongSilenceTheFirstChangeIsSaidSoon() throws Exception {
        take("crowd");
        operator.setProcessingTime(200);
        operator.setProcessingTime(60_000);

        take("a");
        operator.setProcessingTime(60_200);

        assertThat(operator.extractOutputValues()).hasSize(CROWD + 1);
    }

    @Test
    void doesNotWaitWhenVeryManyArePending() throws Exception {
        for (int key = 0; key < 50_000; key++) {
            take("key" + key);
        }

        assertThat(operator.extractOutputValues()).hasSize(50_000);
    }

    private void take(String... inputs) throws Exception {
        for (String input : inputs) {
            operator.processElement(new StreamRecord<>(input));
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, String, String> counting() throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create(JobOperators.NOWHERE);
        var keyed = environment.fromData("").uid("texts").keyBy(text -> text);
        PacedOperator.apply(keyed, "counted", new CountInputs(), String.class, LONGEST_PAUSE)
                .print()
                .uid("printed");
        return JobOperators.keyed(environment, "counted");
    }

    /** Counts every key's inputs, but for one key that it takes no notice of. */
    private static final class CountInputs implements PacedFunction<String, String, String> {
        private static final long serialVersionUID = 1L;

        private transient ValueState<Integer> count;

        @Override
        public void open(KeyedStateStore state) {
            count = state.getState(new ValueStateDescriptor<>("count", Integer.class));
        }

        @Override
        public boolean update(String key, String input) throws Exception {
            if (input.equals("ignored")) {
                return false;
            }
            count.update(count.value() == null ? 1 : count.value() + 1);
            return true;
        }

        @Override
        public void emit(String key, Consumer<String> out) throws Exception {
            for (int word = 0; word < (key.equals("crowd") ? CROWD : 1); word++) {
                out.accept(key + "=" + count.value());
            }
        }
    }
}
