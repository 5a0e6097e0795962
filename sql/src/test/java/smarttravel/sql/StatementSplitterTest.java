package smarttravel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementSplitterTest {
    @Test
    void statementsEndAtSemicolons() {
        assertThat(StatementSplitter.split("SELECT 1;\nSELECT\n2 ;\n")).containsExactly("SELECT 1", "SELECT\n2");
    }

    @Test
    void theLastStatementNeedsNoSemicolon() {
        assertThat(StatementSplitter.split("SELECT 1; SELECT 2")).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void semicolonsInStringsAndNamesEndNothing() {
        assertThat(StatementSplitter.split("SELECT 'a;''b\\';', `c;d`, \"e;\"; SELECT 2"))
                .containsExactly("SELECT 'a;''b\\';', `c;d`, \"e;\"", "SELECT 2");
    }

    @Test
    void commentsEndNothingAndAreLeftOut() {
        assertThat(StatementSplitter.split("-- first; it's\nSELECT 1 /* a;b */ + 1; -- done;"))
                .containsExactly("SELECT 1  + 1");
    }

    @Test
    void aFileOfCommentsHasNoStatements() {
        assertThat(StatementSplitter.split("-- nothing\n;;\n/* open")).isEmpty();
    }
}
