package org.autotrainer.application;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds throughout the application; each rule is shown to fail on a class planted to break it. */
class ApplicationArchitectureTest {
    private static final String APPLICATION = "..application..";
    private static final String DOMAIN = "..domain..";
    private static final String USE_CASES = "..application";
    private static final String PROBLEM = "..application.problem..";
    private static final String REQUEST = "..application.request..";
    private static final String WIRE = "..application.wire..";
    private static final String PORT = "..application.port..";
    private static final String SPI = "..application.spi..";
    private static final String SERVER = "..application.server..";
    private static final String MEMORY = "..application.memory..";
    private static final String STORE = "..application.store..";
    private static final String FORMAT = "..application.format..";

    static final List<String> ROOMS =
            List.of(APPLICATION, DOMAIN, USE_CASES, PROBLEM, REQUEST, WIRE, PORT, SPI, SERVER, MEMORY, STORE, FORMAT);

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.autotrainer");
    private static final JavaClasses MAIN = HOUSE.that(resideInAPackage(APPLICATION));
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.autotrainer.architecture.planted.application");

    @Test
    void the_application_depends_only_on_itself_the_domain_and_the_jdk_without_its_input_and_output() {
        holds(
                classes()
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                        APPLICATION,
                                        DOMAIN,
                                        "java.lang",
                                        "java.math",
                                        "java.net",
                                        "java.nio.charset",
                                        "java.nio.file",
                                        "java.time..",
                                        "java.util",
                                        "java.util.concurrent..",
                                        "java.util.function",
                                        "java.util.regex",
                                        "java.util.stream")
                                .or(arraysOfPrimitives()))
                        .because("a container, a JSON library, SQL or a stream to print on belongs to an adapter"),
                "PrintsItsResult");
    }

    @Test
    void only_the_training_loop_takes_the_time_from_the_system() {
        holds(
                noClasses()
                        .that(not(theTrainingLoop()))
                        .should()
                        .accessTargetWhere(asksForTheTime())
                        .because("a test, or an import of the past, brings a clock of its own"),
                "LooksAtTheClock");
    }

    @Test
    void only_a_new_store_in_memory_takes_chance() {
        holds(
                noClasses()
                        .that(not(equivalentTo(MemoryStore.class)))
                        .should()
                        .dependOnClassesThat(assignableTo(RandomGenerator.class).or(equivalentTo(UUID.class)))
                        .because("all chance follows from the key that a store is made with"),
                "ThrowsADie");
    }

    @Test
    void every_application_class_has_a_room_and_each_room_knows_only_those_it_may() {
        holds(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("the training loop")
                        .definedBy(theTrainingLoop())
                        .layer("use cases")
                        .definedBy(resideInAPackage(USE_CASES).and(not(theTrainingLoop())))
                        .layer("problem")
                        .definedBy(PROBLEM)
                        .layer("request")
                        .definedBy(REQUEST)
                        .layer("wire")
                        .definedBy(WIRE)
                        .layer("port")
                        .definedBy(PORT)
                        .layer("spi")
                        .definedBy(SPI)
                        .layer("server")
                        .definedBy(SERVER)
                        .layer("memory")
                        .definedBy(MEMORY)
                        .layer("store")
                        .definedBy(STORE)
                        .layer("format")
                        .definedBy(FORMAT)
                        .whereLayer("the training loop")
                        .mayOnlyBeAccessedByLayers("server")
                        .whereLayer("use cases")
                        .mayOnlyAccessLayers("problem", "wire", "port", "memory")
                        .whereLayer("problem")
                        .mayNotAccessAnyLayer()
                        .whereLayer("request")
                        .mayOnlyAccessLayers("problem")
                        .whereLayer("wire")
                        .mayNotAccessAnyLayer()
                        .whereLayer("port")
                        .mayOnlyAccessLayers("problem")
                        .whereLayer("spi")
                        .mayOnlyAccessLayers("problem", "port")
                        .whereLayer("server")
                        .mayOnlyAccessLayers("the training loop")
                        .whereLayer("memory")
                        .mayOnlyAccessLayers("problem", "request", "port")
                        .whereLayer("store")
                        .mayOnlyAccessLayers("problem", "port", "spi")
                        .whereLayer("format")
                        .mayOnlyAccessLayers("problem", "spi")
                        .ensureAllClassesAreContainedInArchitecture(),
                "ChoosesItsStore",
                "KnowsTheFold",
                "ReadsTheStore",
                "HasNoRoom");
    }

    @Test
    void a_port_is_an_interface_and_what_goes_through_it_is_a_value() {
        holds(
                classes()
                        .that()
                        .resideInAPackage(PORT)
                        .and()
                        .areNotAnonymousClasses()
                        .should()
                        .beInterfaces()
                        .orShould()
                        .beRecords()
                        .orShould()
                        .beEnums()
                        .orShould()
                        .haveModifier(FINAL)
                        .because("a store implements a port, it does not inherit half of one"),
                "HalfAStore");
    }

    @Test
    void a_use_case_is_a_final_class() {
        holds(classes().that(areUseCases()).should().haveModifier(FINAL), "OpenUseCase");
    }

    @Test
    void use_cases_do_not_know_each_other() {
        holds(
                slices().assignedFrom(useCases())
                        .should()
                        .notDependOnEachOther()
                        .because("what two of them need belongs to a class of its own"),
                "AsksAnotherUseCase");
    }

    @Test
    void only_the_training_loop_makes_use_cases() {
        holds(
                constructors()
                        .that()
                        .areDeclaredInClassesThat(areUseCases())
                        .should()
                        .onlyBeCalled()
                        .byClassesThat(theTrainingLoop()),
                "AsksAnotherUseCase");
    }

    @Test
    void requests_and_responses_are_made_of_jdk_values_and_of_each_other() {
        holds(
                fields().that()
                        .areNotStatic()
                        .and()
                        .areDeclaredInClassesThat(areOnTheWire())
                        .should(holdOnlyWhatJsonHas())
                        .because(
                                "they are the wire format; only what an import takes in was read from the wire before"),
                "AnswersWithADomainValue");
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void every_package_that_a_rule_names_holds_a_class(String room) {
        assertThat(HOUSE.that(resideInAPackage(room))).isNotEmpty();
    }

    private static DescribedPredicate<JavaClass> theTrainingLoop() {
        return equivalentTo(TrainingLoop.class).as("the training loop");
    }

    private static DescribedPredicate<JavaClass> areUseCases() {
        return resideInAPackage(USE_CASES)
                .and(describe(
                        "are public and stand alone",
                        found -> found.isTopLevelClass() && found.getModifiers().contains(PUBLIC)))
                .and(not(theTrainingLoop()))
                .as("are use cases");
    }

    private static SliceAssignment useCases() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass found) {
                JavaClass outermost = found;
                while (outermost.getEnclosingClass().isPresent()) {
                    outermost = outermost.getEnclosingClass().get();
                }
                return areUseCases().test(outermost)
                        ? SliceIdentifier.of(outermost.getSimpleName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "use cases with the records inside them";
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> asksForTheTime() {
        return describe("ask for the time", access -> {
            String owner = access.getTargetOwner().getName();
            return owner.startsWith("java.time.")
                            && (access.getName().equals("now")
                                    || access.getName().startsWith("system"))
                    || owner.equals("java.lang.System")
                            && (access.getName().equals("currentTimeMillis")
                                    || access.getName().equals("nanoTime"));
        });
    }

    /** The public records of the use cases and of the wire. */
    private static DescribedPredicate<JavaClass> areOnTheWire() {
        return resideInAnyPackage(USE_CASES, WIRE)
                .and(describe(
                        "are public records",
                        found -> found.isRecord() && found.getModifiers().contains(PUBLIC)))
                .and(not(equivalentTo(ImportEvaluations.Item.class)));
    }

    private static ArchCondition<JavaField> holdOnlyWhatJsonHas() {
        DescribedPredicate<JavaClass> values = belongToAnyOf(
                String.class,
                Boolean.class,
                Integer.class,
                Long.class,
                Double.class,
                Object.class,
                List.class,
                Map.class);
        DescribedPredicate<JavaClass> allowed =
                values.or(describe("primitives", JavaClass::isPrimitive)).or(areOnTheWire());
        return new ArchCondition<>("hold only what JSON has") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                field.getAllInvolvedRawTypes().stream()
                        .filter(not(allowed))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                field, field.getDescription() + " holds a " + type.getName())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> arraysOfPrimitives() {
        return describe(
                "arrays of primitives",
                found -> found.isArray() && found.getBaseComponentType().isPrimitive());
    }

    /** Checks that each offender is reported, and that the application keeps the rule. */
    private static void holds(ArchRule rule, String... offenders) {
        String report =
                String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
        assertThat(report).as("the report of the offenders").contains(offenders);
        rule.check(MAIN);
    }
}
