package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protobuf is loaded when some comes, and not before: all else works where its classes are missing. */
class ProtobufOnDemandTest {
    @Test
    void a_server_without_the_classes_of_protobuf_takes_telemetry_in_json() throws Exception {
        assertThat(takenBy(loader(false))).isEqualTo("200 500");
    }

    @Test
    void with_these_classes_it_takes_protobuf_too() throws Exception {
        assertThat(takenBy(loader(true))).isEqualTo("200 200");
    }

    private static String takenBy(URLClassLoader loader) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try (loader) {
            return String.valueOf(loader.loadClass(Asking.class.getName())
                    .getMethod("answers")
                    .invoke(null));
        } catch (InvocationTargetException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URLClassLoader loader(boolean withProtobuf) throws MalformedURLException {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (withProtobuf || (!entry.contains("protobuf-java") && !entry.contains("opentelemetry-proto"))) {
                classPath.add(new File(entry).toURI().toURL());
            }
        }
        return new URLClassLoader(classPath.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    /** Asks a server for an answer to JSON, and for one to protobuf. */
    public static final class Asking {
        private Asking() {}

        /** The statuses of both answers. */
        public static String answers() {
            try (Served served = new Served()) {
                int json = served.post("/v1/traces", "{}").status();
                int protobuf = served.send("POST", "/v1/traces", "application/x-protobuf", "")
                        .status();
                return json + " " + protobuf;
            }
        }
    }
}
