package org.autotrainer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;

/** The classes of the house, the rooms that rules name, and the classes that were planted to break the rules. */
final class House {
    static final String TEXT = "..domain.text..";
    static final String EVALUATION = "..domain.evaluation..";
    static final String TRUST = "..domain.trust..";
    static final String RELEVANCE = "..domain.relevance..";
    static final String TRAINING = "..domain.training..";
    static final String LEARNING = "..domain.learning..";
    static final String JOURNAL = "..domain.journal..";
    static final String AGENT_MEMORY = "..domain.memory..";
    static final String RECALL = "..domain.recall..";
    static final String DATASET = "..domain.dataset..";
    static final String APPLICATION = "..application..";
    static final String PORT = "..application.port..";
    static final String SPI = "..application.spi..";
    static final String PROBLEM = "..application.problem..";
    static final String MEMORY = "..application.memory..";
    static final String STORE = "..application.store..";
    static final String PERSISTENCE = "..adapters.persistence..";
    static final String HTTP = "..adapters.http..";
    static final String CLI = "..adapters.cli..";
    static final String BOOT = "..adapters.cli.boot..";

    static final List<String> ROOMS = List.of(
            TEXT,
            EVALUATION,
            TRUST,
            RELEVANCE,
            TRAINING,
            LEARNING,
            JOURNAL,
            AGENT_MEMORY,
            RECALL,
            DATASET,
            APPLICATION,
            PORT,
            SPI,
            PROBLEM,
            MEMORY,
            STORE,
            PERSISTENCE,
            HTTP,
            CLI,
            BOOT);

    /** Where the sources of the planted classes are. */
    static final Path PLANTED_SOURCES = Path.of("src", "test", "java", "org", "autotrainer", "architecture", "planted");

    /** Of the tests jar of the application no class is a part of the house. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.autotrainer");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.autotrainer.architecture.planted");

    private House() {}

    /** Checks that each offender is reported, and that the house keeps the rule. */
    static void keeps(ArchRule rule, String... offenders) {
        reports(rule, offenders);
        rule.check(CLASSES);
    }

    /** Checks that each offender is reported. */
    static void reports(ArchRule rule, String... offenders) {
        String report =
                String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
        assertThat(report).as("the report of the offenders").contains(offenders);
    }

    /** The classes in a package. */
    static JavaClasses classesIn(String room) {
        return CLASSES.that(resideInAPackage(room));
    }
}
