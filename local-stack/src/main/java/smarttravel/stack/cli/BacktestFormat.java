package smarttravel.stack.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import smarttravel.jobs.advice.backtest.BacktestReport;

/** How a backtest is printed. The names are what is typed. */
enum BacktestFormat {
    table {
        @Override
        void write(BacktestReport report, String source, PrintWriter out) {
            new BacktestTables(report, out).print(source);
        }
    },
    json {
        @Override
        void write(BacktestReport report, String source, PrintWriter out) throws IOException {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(report));
        }
    };

    abstract void write(BacktestReport report, String source, PrintWriter out) throws IOException;
}
