package org.autotrainer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.onionArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.architecture.House.AGENT_MEMORY;
import static org.autotrainer.architecture.House.APPLICATION;
import static org.autotrainer.architecture.House.BOOT;
import static org.autotrainer.architecture.House.CLI;
import static org.autotrainer.architecture.House.DATASET;
import static org.autotrainer.architecture.House.EVALUATION;
import static org.autotrainer.architecture.House.HTTP;
import static org.autotrainer.architecture.House.JOURNAL;
import static org.autotrainer.architecture.House.LEARNING;
import static org.autotrainer.architecture.House.MEMORY;
import static org.autotrainer.architecture.House.PERSISTENCE;
import static org.autotrainer.architecture.House.PORT;
import static org.autotrainer.architecture.House.PROBLEM;
import static org.autotrainer.architecture.House.RECALL;
import static org.autotrainer.architecture.House.RELEVANCE;
import static org.autotrainer.architecture.House.SPI;
import static org.autotrainer.architecture.House.STORE;
import static org.autotrainer.architecture.House.TEXT;
import static org.autotrainer.architecture.House.TRAINING;
import static org.autotrainer.architecture.House.TRUST;
import static org.autotrainer.architecture.House.keeps;
import static org.autotrainer.architecture.House.reports;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.ServiceLoader;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.format.EvaluationFormats;
import org.autotrainer.application.format.ExportFormats;
import org.autotrainer.application.spi.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who in the house may know whom; each rule is shown to fail on a class planted to break it. */
class ArchitectureTest {
    @Test
    void dependencies_point_inward_and_every_class_has_a_room() {
        keeps(
                onionArchitecture()
                        .domainModels(TEXT, EVALUATION, TRUST, RELEVANCE, TRAINING, LEARNING, JOURNAL)
                        .domainServices(AGENT_MEMORY, RECALL, DATASET)
                        .applicationServices(APPLICATION)
                        .adapter("persistence", PERSISTENCE)
                        .adapter("http", HTTP)
                        .adapter("cli", CLI)
                        .ensureAllClassesAreContainedInArchitecture(),
                "ReachesOutward",
                "HasNoRoom");
    }

    @Test
    void adapters_do_not_know_each_other() {
        keeps(
                slices().matching("..adapters.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .because("each can be left out or replaced; they meet in the application, found by name"),
                "KnowsTheServer");
    }

    @Test
    void no_packages_depend_on_each_other_in_a_cycle() {
        keeps(slices().matching("org.autotrainer.(**)").should().beFreeOfCycles(), "Chicken", "Egg");
    }

    @Test
    void driving_adapters_go_through_the_use_cases() {
        keeps(
                noClasses()
                        .that()
                        .resideInAnyPackage(CLI, HTTP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(PORT, MEMORY, STORE),
                "ReadsTheStore");
    }

    @Test
    void the_persistence_adapter_knows_the_ports_and_no_use_case() {
        keeps(
                noClasses()
                        .that()
                        .resideInAPackage(PERSISTENCE)
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage(APPLICATION).and(not(resideInAnyPackage(PORT, SPI, PROBLEM)))),
                "KnowsAUseCase");
    }

    @Test
    void only_providers_loads_services() {
        keeps(
                noClasses()
                        .that()
                        .doNotBelongToAnyOf(Providers.class)
                        .should()
                        .dependOnClassesThat(belongToAnyOf(ServiceLoader.class))
                        .because("it refuses none and two of a name, where a service loader takes the first"),
                "LooksUpProviders");
    }

    @Test
    void providers_are_looked_up_by_the_training_loop_the_formats_and_the_composition_root() {
        keeps(
                noClasses()
                        .that(not(belongToAnyOf(
                                        Providers.class,
                                        TrainingLoop.class,
                                        EvaluationFormats.class,
                                        ExportFormats.class))
                                .and(not(resideInAPackage(BOOT))))
                        .should()
                        .dependOnClassesThat(belongToAnyOf(Providers.class)),
                "NamesAProvider");
    }

    @Test
    void a_store_or_a_server_shows_only_its_provider() {
        keeps(
                classes()
                        .that()
                        .resideInAnyPackage(PERSISTENCE, HTTP)
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .areNotPackagePrivate()
                        .should()
                        .beAssignableTo(resideInAnyPackage(SPI, "..application.server.."))
                        .because("it is found by its name, and swapped by leaving its jar out"),
                "OpenToAll");
    }

    @Test
    void tests_of_the_command_line_name_no_class_of_another_adapter() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PERSISTENCE, HTTP)
                .because("the compiler would let them: at test time it sees what the program needs at run time");
        reports(rule, "KnowsTheServer");
        rule.check(new ClassFileImporter()
                .withImportOption(new OnlyIncludeTests())
                .withImportOption(location -> !location.contains("/architecture/"))
                .importPackages("org.autotrainer"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void every_package_that_a_rule_names_holds_a_class(String room) {
        assertThat(House.classesIn(room)).isNotEmpty();
    }

    static List<String> rooms() {
        return House.ROOMS;
    }
}
