package smarttravel.stack;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may use what, over all modules. */
class ArchitectureTest {
    /** Where a person or an operator starts something; a clock may be read and the console written there. */
    private static final DescribedPredicate<JavaClass> ENTRANCE = resideInAnyPackage("smarttravel.stack.cli..")
            .or(belongTo(nameMatching("smarttravel[.](api[.]QueryApiMain|ingest[.]IngestMain)")))
            .as("the command line and the mains");

    private static JavaClasses all;

    @BeforeAll
    static void readEveryModule() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("smarttravel");
        for (String module : new String[] {"events", "sql", "ingest", "jobs", "api", "stack"}) {
            assertThat(all.containPackage("smarttravel." + module)).as(module).isTrue();
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("smarttravel.(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void eventsAndSqlStandAlone() {
        noClasses()
                .that(resideInAnyPackage("smarttravel.events.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("smarttravel..").and(not(resideInAnyPackage("smarttravel.events.."))))
                .check(all);
        noClasses()
                .that(resideInAnyPackage("smarttravel.sql.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("smarttravel..").and(not(resideInAnyPackage("smarttravel.sql.."))))
                .check(all);
    }

    @Test
    void ingestJobsAndApiKnowEventsAndNotOneAnother() {
        for (String part : new String[] {"smarttravel.ingest..", "smarttravel.jobs..", "smarttravel.api.."}) {
            noClasses()
                    .that(resideInAnyPackage(part))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("smarttravel..")
                            .and(not(resideInAnyPackage(part, "smarttravel.events.."))))
                    .check(all);
        }
    }

    @Test
    void eventsUseTheJdkAndJacksonOnly() {
        classes()
                .that(resideInAnyPackage("smarttravel.events.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "smarttravel.events..", "java..", "com.fasterxml.jackson.core..", "org.jspecify.annotations.."))
                .check(all);
    }

    @Test
    void onlyTheHttpPackageKnowsTheServer() {
        onlyIn("io.javalin..", "org.eclipse.jetty..")
                .or(resideInAnyPackage("smarttravel.api.http"))
                .check();
        // keys are checked in a servlet filter, before any route
        onlyIn("jakarta.servlet..")
                .or(resideInAnyPackage("smarttravel.api.http"))
                .or(belongTo(nameMatching("smarttravel[.]api[.]keys[.]KeyGate")))
                .check();
    }

    @Test
    void onlyWhatIsNamedForItAsksDatabases() {
        onlyIn(
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.postgresql..",
                        "com.clickhouse.jdbc..",
                        "com.clickhouse.client..",
                        "org.flywaydb..")
                // rows of the jobs' tables
                .or(belongTo(nameMatching("smarttravel[.]jobs[.].*Table")))
                .or(belongTo(nameMatching(
                        "smarttravel[.]jobs[.]clickhouse[.](RowBinder|RowBinding|TableWriter|ClickHouseSink)")))
                // the API's stores behind their interfaces, and the composition root that makes their pools
                .or(belongTo(nameMatching("smarttravel[.]api[.].*[.](ClickHouse|Postgres)[A-Za-z]+")))
                .or(resideInAnyPackage("smarttravel.api.database"))
                .or(belongTo(nameMatching("smarttravel[.]api[.]QueryApi")))
                // what crawling remembers, and the composition root that hands its connections around
                .or(belongTo(nameMatching("smarttravel[.]ingest[.].*Postgres[A-Za-z]+")))
                .or(belongTo(nameMatching("smarttravel[.]ingest[.]Ingest")))
                // the schema
                .or(resideInAnyPackage("smarttravel.sql"))
                // the stack's stores, and the commands that ask them
                .or(resideInAnyPackage("smarttravel.stack.postgres"))
                .or(belongTo(nameMatching("smarttravel[.]stack[.](Stores|LocalKey|Postgres[A-Za-z]+)")))
                .or(belongTo(nameMatching(
                        "smarttravel[.]stack[.]cli[.](ClickHouse[A-Za-z]+|KeysCommand|QuarantineCommands)")))
                // what is measured against bare reading and writing
                .or(belongTo(nameMatching("smarttravel[.]stack[.]bench[.]PipelineBench")))
                .check();
    }

    @Test
    void librariesStayWhereTheyBelong() {
        onlyIn("org.yaml..").or(resideInAnyPackage("smarttravel.ingest.yaml")).check();
        onlyIn("org.apache.commons.csv..")
                .or(resideInAnyPackage("smarttravel.stack.cli"))
                .check();
        onlyIn("org.apache.commons.compress..")
                .or(resideInAnyPackage("smarttravel.stack.clickhouse"))
                .check();
        onlyIn("com.sun.jna..")
                .or(resideInAnyPackage("smarttravel.stack.clickhouse"))
                .check();
        onlyIn("com.sun.net.httpserver..")
                .or(resideInAnyPackage("smarttravel.stack.clickhouse", "smarttravel.stack.sites"))
                .check();
        onlyIn("picocli..", "me.tongfei..")
                .or(resideInAnyPackage("smarttravel.stack.cli"))
                .check();
        onlyIn("io.zonky..")
                .or(resideInAnyPackage("smarttravel.stack.postgres"))
                .check();
        onlyIn("kafka..", "org.apache.kafka.metadata..")
                .or(resideInAnyPackage("smarttravel.stack.kafka"))
                .check();
        onlyIn("org.apache.flink..")
                .or(resideInAnyPackage("smarttravel.jobs..", "smarttravel.stack.flink", "smarttravel.stack.bench"))
                .check();
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.apache.commons.lang3..", "com.google.common..", "com.google.gson..", "org.json.."))
                .check(all);
    }

    @Test
    void onlyEntrancesReadTheClock() {
        noClasses()
                .that(not(ENTRANCE))
                .should(callMethod(Instant.class, "now"))
                .orShould(callMethod(LocalDate.class, "now"))
                .orShould(callMethod(LocalDateTime.class, "now"))
                .orShould(callMethod(ZonedDateTime.class, "now"))
                .orShould(callMethod(LocalDate.class, "now", ZoneId.class))
                .orShould(callMethod(LocalDateTime.class, "now", ZoneId.class))
                .orShould(callMethod(ZonedDateTime.class, "now", ZoneId.class))
                .orShould(callMethod(System.class, "currentTimeMillis"))
                .orShould(callMethod(Clock.class, "systemUTC"))
                .orShould(callMethod(Clock.class, "systemDefaultZone"))
                .check(all);
    }

    @Test
    void onlyEntrancesWriteToTheConsole() {
        noClasses()
                .that(not(ENTRANCE))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould(callMethod(Throwable.class, "printStackTrace"))
                .check(all);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessItIsSaid() {
        assertThat(all.getDefaultPackage().getSubpackagesInTree())
                .filteredOn(pack -> pack.getName().startsWith("smarttravel.")
                        && !pack.getClasses().isEmpty())
                .hasSizeGreaterThan(30)
                .allMatch(pack -> pack.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .doesNotHaveDuplicates();
    }

    /** Packages of a library, and who may use them. */
    private record Users(List<String> library, DescribedPredicate<JavaClass> allowed) {
        Users or(DescribedPredicate<JavaClass> more) {
            return new Users(library, allowed.or(more));
        }

        void check() {
            noClasses()
                    .that(not(allowed).and(resideInAnyPackage("smarttravel..")))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(library.toArray(String[]::new)))
                    .check(all);
        }
    }

    private static Users onlyIn(String... library) {
        return new Users(List.of(library), DescribedPredicate.<JavaClass>alwaysFalse());
    }
}
