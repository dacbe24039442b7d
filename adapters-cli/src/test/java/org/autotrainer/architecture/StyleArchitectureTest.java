package org.autotrainer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.architecture.House.BOOT;
import static org.autotrainer.architecture.House.PLANTED_SOURCES;
import static org.autotrainer.architecture.House.keeps;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;

/** How code in the house behaves; each rule is shown to fail on a class planted to break it. */
class StyleArchitectureTest {
    @Test
    void sql_is_constant() throws IOException {
        assertThat(SqlTexts.notConstant(PLANTED_SOURCES))
                .as("one for each way to make a text")
                .hasSize(3)
                .allMatch(found -> found.startsWith("PutsTextIntoSql.java"));
        assertThat(SqlTexts.notConstant(Path.of("..", "adapters-persistence", "src", "main", "java")))
                .as("but for that of the tables, which is made of the names that the port declares")
                .allMatch(found -> found.startsWith("TableSql.java"));
    }

    @Test
    void only_main_ends_the_process() {
        keeps(
                noClasses()
                        .that(not(main()))
                        .should()
                        .accessTargetWhere(describe(
                                "end the process",
                                access -> Set.of(
                                                "java.lang.System.exit(int)",
                                                "java.lang.Runtime.exit(int)",
                                                "java.lang.Runtime.halt(int)")
                                        .contains(access.getTarget().getFullName()))),
                "EndsTheProcess");
    }

    @Test
    void only_the_composition_root_touches_the_standard_streams() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(BOOT)
                        .should()
                        .accessTargetWhere(touchesStandardStreams())
                        .because("a command speaks through the console that it was given, and a test reads along"),
                "PrintsALine");
    }

    @Test
    void nobody_throws_a_generic_exception() {
        keeps(noClasses().should().callConstructorWhere(makesAGenericException()), "ThrowsAnything");
    }

    @Test
    void the_house_shows_two_exceptions_of_its_own() {
        keeps(
                classes()
                        .that()
                        .areAssignableTo(Throwable.class)
                        .and()
                        .arePublic()
                        .should()
                        .be(AutoTrainerException.class)
                        .orShould()
                        .be(InvalidValueException.class)
                        .because("a caller has one way to be told what is wrong, and one for what it gave"),
                "PublicFailureException");
    }

    @Test
    void nobody_injects_a_field() {
        keeps(NO_CLASSES_SHOULD_USE_FIELD_INJECTION, "InjectsAField");
    }

    @Test
    void nobody_logs_with_the_jdk() {
        keeps(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."), "LogsItsWork");
    }

    @Test
    void a_name_says_what_a_class_is_and_not_that_it_is_one() {
        keeps(
                classes()
                        .should()
                        .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Service|UseCase|Port|Adapter)(\\$.*)?")
                        .because("such endings fit everything"),
                "TrainingManager");
    }

    private static DescribedPredicate<JavaClass> main() {
        return resideInAPackage(BOOT)
                .and(describe("are Main", found -> found.getSimpleName().equals("Main")))
                .as("Main");
    }

    private static DescribedPredicate<JavaAccess<?>> touchesStandardStreams() {
        Set<String> streams = Set.of(
                "java.lang.System.in",
                "java.lang.System.out",
                "java.lang.System.err",
                "java.lang.System.console()",
                "java.lang.Throwable.printStackTrace()");
        return describe(
                "touch a standard stream",
                access -> streams.contains(access.getTarget().getFullName()));
    }

    private static DescribedPredicate<JavaConstructorCall> makesAGenericException() {
        Set<String> generic = Set.of(
                Throwable.class.getName(),
                Exception.class.getName(),
                RuntimeException.class.getName(),
                Error.class.getName());
        return describe("make a generic exception", call -> {
            JavaClass made = call.getTargetOwner();
            boolean ofASubclass = call.getOriginOwner().isAssignableTo(Throwable.class);
            return generic.contains(made.getName()) && !ofASubclass;
        });
    }
}
