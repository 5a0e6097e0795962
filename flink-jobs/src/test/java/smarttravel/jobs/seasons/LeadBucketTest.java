package smarttravel.jobs.seasons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadBucketTest {
    @ParameterizedTest(name = "{0} to {1} days before departure")
    @CsvSource({"0,6", "7,13", "14,20", "21,29", "30,59", "60,89", "90,179", "180,100000"})
    void bothEdgesBelongToTheBucket(int first, int last) {
        assertThat(LeadBucket.firstDay(LeadBucket.of(first))).isEqualTo(first);
        assertThat(LeadBucket.firstDay(LeadBucket.of(last))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"-1", "-400"})
    void afterDepartureThereIsNone(int leadDays) {
        assertThat(LeadBucket.of(leadDays)).isEqualTo(LeadBucket.DEPARTED);
    }
}
