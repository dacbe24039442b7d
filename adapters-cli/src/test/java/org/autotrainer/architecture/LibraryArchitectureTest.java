package org.autotrainer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.autotrainer.architecture.House.BOOT;
import static org.autotrainer.architecture.House.CLI;
import static org.autotrainer.architecture.House.HTTP;
import static org.autotrainer.architecture.House.PERSISTENCE;
import static org.autotrainer.architecture.House.keeps;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.NetworkChannel;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who in the house may know which library; each rule is shown to fail on a class planted to break it. */
class LibraryArchitectureTest {
    @Test
    void only_the_composition_root_knows_guice() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(BOOT)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.google.inject.."),
                "ServesItself");
    }

    @Test
    void only_the_command_line_is_injected() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(CLI)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.inject..")
                        .because("a store or a server is made by its provider, which knows no container"),
                "AsksToBeInjected");
    }

    @Test
    void only_the_persistence_adapter_speaks_sql() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(PERSISTENCE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite.."),
                "SpeaksSql");
    }

    @Test
    void only_the_http_adapter_serves_http() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(HTTP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.eclipse.jetty..", "com.sun.net.httpserver.."),
                "ServesHttp");
    }

    @Test
    void nobody_calls_out() {
        keeps(
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net..")
                                .or(assignableTo(Socket.class))
                                .or(assignableTo(ServerSocket.class))
                                .or(assignableTo(DatagramSocket.class))
                                .or(assignableTo(NetworkChannel.class))
                                .or(assignableTo(URLConnection.class)))
                        .orShould()
                        .accessTargetWhere(describe(
                                "open a URL",
                                access -> access.getTargetOwner().isEquivalentTo(URL.class)
                                        && Set.of("openStream", "openConnection", "getContent")
                                                .contains(access.getName())))
                        .because("what an agent was taught stays on the machine"),
                "CallsOut",
                "OpensAUrl");
    }

    @Test
    void only_the_command_line_knows_picocli() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(CLI)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("picocli.."),
                "ParsesArguments");
    }

    @Test
    void only_the_driving_adapters_know_jackson() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(CLI, HTTP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.fasterxml.jackson.."),
                "WritesJson");
    }

    @Test
    void only_the_http_adapter_reads_protobuf() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(HTTP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.google.protobuf..", "io.opentelemetry.proto..")
                        .because("it is loaded by who takes telemetry alone"),
                "ReadsProtobuf");
    }

    @Test
    void only_the_http_adapter_counts_for_prometheus() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(HTTP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.prometheus..")
                        .because("the server counts what comes from outside, and only it loads what counts"),
                "CountsForPrometheus");
    }

    @Test
    void only_the_readers_of_files_know_what_parses_them() {
        keeps(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..adapters.cli.reading..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "de.siegmar.fastcsv..",
                                "org.apache.commons.compress..",
                                "io.airlift.compress..",
                                "javax.xml.stream..")
                        .because("they are loaded by whoever reads such a file, and by nobody else"),
                "ReadsATable");
    }

    @Test
    void nobody_knows_a_library_that_the_house_did_not_choose() {
        keeps(
                classes()
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                        "org.autotrainer..",
                                        "java..",
                                        "javax.sql..",
                                        "org.eclipse.jetty..",
                                        "org.slf4j",
                                        "com.fasterxml.jackson..",
                                        "com.google.protobuf..",
                                        "io.opentelemetry.proto..",
                                        "io.prometheus.metrics..",
                                        "com.google.inject..",
                                        "jakarta.inject..",
                                        "org.jdbi..",
                                        "org.sqlite..",
                                        "picocli..",
                                        "de.siegmar.fastcsv..",
                                        "org.apache.commons.compress..",
                                        "io.airlift.compress..",
                                        "javax.xml.stream..")
                                .or(describe("arrays", JavaClass::isArray)))
                        .because("what comes along with a library goes along with it too"),
                "BorrowsALibrary");
    }
}
