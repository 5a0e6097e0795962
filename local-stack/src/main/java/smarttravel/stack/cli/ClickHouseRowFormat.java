package smarttravel.stack.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** How rows are printed. The names are what is typed. */
enum ClickHouseRowFormat {
    table {
        @Override
        void write(ResultSet rows, PrintWriter out) throws SQLException {
            TextTable text = new TextTable(columns(rows));
            while (rows.next()) {
                text.add(cells(rows));
            }
            text.print(out);
        }
    },
    json {
        @Override
        void write(ResultSet rows, PrintWriter out) throws SQLException, IOException {
            try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
                generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                generator.useDefaultPrettyPrinter().writeStartArray();
                String[] names = columns(rows);
                while (rows.next()) {
                    generator.writeStartObject();
                    for (int i = 0; i < names.length; i++) {
                        writeField(generator, names[i], rows.getObject(i + 1), rows.getString(i + 1));
                    }
                    generator.writeEndObject();
                }
                generator.writeEndArray();
            }
            out.println();
        }
    },
    csv {
        @Override
        void write(ResultSet rows, PrintWriter out) throws SQLException, IOException {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord((Object[]) columns(rows));
            while (rows.next()) {
                printer.printRecord((Object[]) cells(rows));
            }
            printer.flush();
        }
    };

    abstract void write(ResultSet rows, PrintWriter out) throws SQLException, IOException;

    private static String[] columns(ResultSet rows) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        String[] names = new String[about.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = about.getColumnLabel(i + 1);
        }
        return names;
    }

    private static @Nullable String[] cells(ResultSet rows) throws SQLException {
        @Nullable String[] cells = new @Nullable String[rows.getMetaData().getColumnCount()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = rows.getString(i + 1);
        }
        return cells;
    }

    private static void writeField(JsonGenerator json, String name, @Nullable Object value, @Nullable String text)
            throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof BigDecimal exact) {
            json.writeString(exact.toPlainString());
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }
}
