package org.autotrainer.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Learner;
import org.autotrainer.domain.learning.Ledger;
import org.autotrainer.domain.learning.ParameterBelief;
import org.autotrainer.domain.learning.Ring;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristics;
import org.autotrainer.domain.relevance.TermIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds throughout the domain; each rule is shown to fail on a class planted to break it. */
class DomainArchitectureTest {
    private static final String DOMAIN = "..domain..";
    private static final String TEXT = "..domain.text..";
    private static final String EVALUATION = "..domain.evaluation..";
    private static final String TRUST = "..domain.trust..";
    private static final String TRAINING = "..domain.training..";
    private static final String LEARNING = "..domain.learning..";
    private static final String RELEVANCE = "..domain.relevance..";
    private static final String JOURNAL = "..domain.journal..";
    private static final String MEMORY = "..domain.memory..";
    private static final String RECALL = "..domain.recall..";
    private static final String DATASET = "..domain.dataset..";

    static final List<String> ROOMS =
            List.of(DOMAIN, TEXT, EVALUATION, TRUST, TRAINING, LEARNING, RELEVANCE, JOURNAL, MEMORY, RECALL, DATASET);

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.autotrainer.domain");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.autotrainer.architecture.planted.domain");

    @Test
    void the_domain_depends_only_on_itself_and_on_a_few_packages_of_the_jdk() {
        holds(
                classes()
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                        DOMAIN,
                                        "java.lang",
                                        "java.math",
                                        "java.nio.charset",
                                        "java.security",
                                        "java.time",
                                        "java.util",
                                        "java.util.function",
                                        "java.util.regex",
                                        "java.util.stream")
                                .or(belongToAnyOf(Normalizer.class))
                                .or(arraysOfPrimitives())),
                "ReadsAFile");
    }

    @Test
    void the_domain_asks_nobody_for_time_chance_identity_or_environment() {
        holds(
                noClasses()
                        .should()
                        .dependOnClassesThat(belongToAnyOf(
                                Clock.class,
                                InstantSource.class,
                                Random.class,
                                RandomGenerator.class,
                                SecureRandom.class,
                                UUID.class,
                                Thread.class,
                                ClassLoader.class,
                                Runtime.class,
                                ProcessBuilder.class))
                        .orShould()
                        .accessTargetWhere(asksTheWorld())
                        .because("they come in as arguments, and the same journal gives the same memory anywhere"),
                "AsksForTheTime",
                "RollsDice");
    }

    @Test
    void the_domain_computes_alike_whatever_the_language_of_the_machine() {
        holds(noClasses().should().accessTargetWhere(asksTheMachine()), "SpeaksTheMachinesLanguage");
    }

    @Test
    void every_domain_class_has_a_room_and_each_room_knows_only_those_it_may() {
        holds(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("text")
                        .definedBy(TEXT)
                        .layer("evaluation")
                        .definedBy(EVALUATION)
                        .layer("trust")
                        .definedBy(TRUST)
                        .layer("training")
                        .definedBy(TRAINING)
                        .layer("learning")
                        .definedBy(LEARNING)
                        .layer("relevance")
                        .definedBy(RELEVANCE)
                        .layer("journal")
                        .definedBy(JOURNAL)
                        .layer("memory")
                        .definedBy(MEMORY)
                        .layer("recall")
                        .definedBy(RECALL)
                        .layer("dataset")
                        .definedBy(DATASET)
                        .whereLayer("text")
                        .mayNotAccessAnyLayer()
                        .whereLayer("evaluation")
                        .mayNotAccessAnyLayer()
                        .whereLayer("trust")
                        .mayOnlyAccessLayers("text", "evaluation")
                        .whereLayer("training")
                        .mayOnlyAccessLayers("evaluation")
                        .whereLayer("learning")
                        .mayOnlyAccessLayers("evaluation")
                        .whereLayer("relevance")
                        .mayOnlyAccessLayers("text")
                        .whereLayer("journal")
                        .mayOnlyAccessLayers("evaluation", "trust", "training", "learning")
                        .whereLayer("memory")
                        .mayOnlyAccessLayers(
                                "text", "evaluation", "trust", "training", "learning", "relevance", "journal")
                        .whereLayer("recall")
                        .mayOnlyAccessLayers(
                                "text", "evaluation", "trust", "training", "learning", "relevance", "journal", "memory")
                        .whereLayer("dataset")
                        .mayOnlyAccessLayers("evaluation", "training")
                        .ensureAllClassesAreContainedInArchitecture(),
                "KnowsTraining",
                "HasNoRoom");
    }

    @Test
    void what_anybody_wrote_is_read_without_regular_expressions() {
        Set<String> byPattern = Set.of("matches", "split", "replaceAll", "replaceFirst");
        holds(
                noClasses()
                        .that()
                        .resideInAPackage(TRUST)
                        .should()
                        .dependOnClassesThat(resideInAPackage("java.util.regex"))
                        .orShould()
                        .accessTargetWhere(describe(
                                "use the patterns of String",
                                access -> access.getTargetOwner().isEquivalentTo(String.class)
                                        && byPattern.contains(access.getName())))
                        .because("a text can be made for a pattern to take forever on it"),
                "ReadsByPattern",
                "SplitsByPattern");
    }

    @Test
    void a_domain_class_is_a_record_an_enum_an_interface_or_final() {
        holds(
                classes()
                        .that()
                        .areNotAnonymousClasses()
                        .should()
                        .beRecords()
                        .orShould()
                        .beEnums()
                        .orShould()
                        .beInterfaces()
                        .orShould()
                        .haveModifier(FINAL)
                        .because("nothing in the domain is made to be inherited from"),
                "OpenToInheritance");
    }

    @Test
    void a_field_is_final_but_in_builders_in_the_fold_and_in_classes_that_never_leave_their_package() {
        holds(
                fields().that()
                        .areNotFinal()
                        .should()
                        .bePrivate()
                        .andShould()
                        .notBeStatic()
                        .andShould()
                        .beDeclaredInClassesThat(notPublic().or(builders()).or(workingState()))
                        .because(
                                "builders, what never leaves its package, and the working state of the fold, each class"
                                        + " of it by its name, work in place; everything else keeps its value"),
                "ChangesInPublic");
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void every_package_that_a_rule_names_holds_a_class(String room) {
        assertThat(MAIN.that(resideInAPackage(room))).isNotEmpty();
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheWorld() {
        Set<String> elsewhere = Set.of("random", "systemDefault", "getDefault", "defaultCharset", "shuffle");
        return describe("ask the world", access -> {
            JavaClass owner = access.getTargetOwner();
            return owner.isEquivalentTo(System.class)
                    ? !access.getName().equals("arraycopy")
                    : owner.getPackageName().startsWith("java.")
                            && (access.getName().equals("now") || elsewhere.contains(access.getName()));
        });
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
        Set<String> withoutArguments = Set.of("toLowerCase", "toUpperCase", "getBytes");
        return describe("depend on the locale or the charset of the machine", access -> {
            if (!access.getTargetOwner().isEquivalentTo(String.class)) {
                return false;
            }
            String signature = access.getTarget().getFullName();
            return withoutArguments.stream().anyMatch(name -> signature.endsWith("." + name + "()"))
                    || signature.contains(".formatted(")
                    || signature.contains(".format(java.lang.String,")
                    || signature.endsWith("<init>([B)");
        });
    }

    private static DescribedPredicate<JavaClass> arraysOfPrimitives() {
        return describe(
                "arrays of primitives",
                found -> found.isArray() && found.getBaseComponentType().isPrimitive());
    }

    private static DescribedPredicate<JavaClass> notPublic() {
        return describe("not public", found -> !found.getModifiers().contains(PUBLIC));
    }

    /** What the fold changes in place. */
    private static DescribedPredicate<JavaClass> workingState() {
        return belongToAnyOf(
                AgentMemory.class,
                Evidence.class,
                Learner.class,
                Ledger.class,
                ParameterBelief.class,
                Ring.class,
                Heuristics.class,
                TermIndex.class);
    }

    private static DescribedPredicate<JavaClass> builders() {
        return describe("builders", found -> found.getSimpleName().endsWith("Builder"));
    }

    /** Checks that each offender is reported, and that the house keeps the rule. */
    private static void holds(ArchRule rule, String... offenders) {
        String report =
                String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
        assertThat(report).as("the report of the offenders").contains(offenders);
        rule.check(MAIN);
    }
}
