package smarttravel.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.jobs.testing.JobOperators;

class RefusedRecordsTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-04T05:06:07Z");
    private static final LocalDate RECEIVED_DAY = LocalDate.of(2026, 3, 4);

    @Test
    void aRefusedRecordCountsOnTheDayThatItSays() {
        assertThat(counted("{\"provider\":\"acme\",\"observedAt\":\"2026-03-01T23:59:59Z\"}"))
                .containsExactly(refused(LocalDate.of(2026, 3, 1)));
        assertThat(counted("{\"provider\":\"acme\",\"observedAt\":\"2000-01-01T00:00:00Z\"}"))
                .containsExactly(refused(LocalDate.of(2000, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1999-12-31T23:59:59.999Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "2026-03-04T05:06:08Z",
                "yesterday",
                ""
            })
    void aDayThatNoObservationCanHaveIsTheDayItWasReceived(String observedAt) {
        assertThat(counted("{\"provider\":\"acme\",\"observedAt\":\"" + observedAt + "\"}"))
                .containsExactly(refused(RECEIVED_DAY));
    }

    @Test
    void whatSaysNoDayCountsOnTheDayItWasReceived() {
        assertThat(counted("{\"provider\":\"acme\"}")).containsExactly(refused(RECEIVED_DAY));
        assertThat(counted("{\"observedAt\":{\"a\":[1]},\"provider\":\"acme\"}"))
                .containsExactly(refused(RECEIVED_DAY));
        assertThat(counted("{\"provider\":\"acme\",\"name\":\"cut off he"))
                .as("broken after it named its provider")
                .containsExactly(refused(RECEIVED_DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "\"acme\"", "{}", "{\"provider\":\" \"}", "{\"provider\":7}"})
    void whatNamesNobodyCountsAgainstNobody(String payload) {
        assertThat(counted(payload)).isEmpty();
    }

    @Test
    void refusedRecordsLowerTheirProvidersValidity() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, ProviderEvidence, ProviderDay> operator =
                JobOperators.keyed("provider-quality");
        operator.open();
        long day = RECEIVED_DAY.toEpochDay();
        operator.processElement(new StreamRecord<>(new ProviderEvidence("acme", day, Evidence.accepted(5), 3)));
        for (ProviderEvidence one : counted("{\"provider\":\"acme\",\"observedAt\":\"0001-01-01T00:00:00Z\"}")) {
            operator.processElement(new StreamRecord<>(one));
        }
        operator.prepareSnapshotPreBarrier(1);
        List<ProviderDay> rows = operator.extractOutputValues();
        operator.close();

        assertThat(rows)
                .extracting(ProviderDay::day)
                .as("the days that have rows")
                .containsOnly(day);
        assertThat(rows).contains(new ProviderDay("acme", day, "validity", 3, 4, 7, 4));
    }

    private static ProviderEvidence refused(LocalDate day) {
        return new ProviderEvidence("acme", day.toEpochDay(), Evidence.REFUSED, 1);
    }

    private static List<ProviderEvidence> counted(String payload) {
        List<ProviderEvidence> counted = new ArrayList<>();
        new RefusedRecords()
                .flatMap(
                        new RejectedRecord(RejectReason.BAD_DATE, "no", "topic/0/1", payload, RECEIVED),
                        new ListCollector<>(counted));
        return counted;
    }
}
