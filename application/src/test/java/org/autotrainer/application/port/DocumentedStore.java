package org.autotrainer.application.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The store of docs/writing-a-store.md: its code blocks as a project, compiled and put into a jar. */
public final class DocumentedStore {
    private static final Pattern FILE =
            Pattern.compile("^`(src/[^`]+)`\n\n```\\w+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private DocumentedStore() {}

    /**
     * Builds the jar of the store, as a stranger would who follows the page.
     *
     * @param folder an empty folder to work in
     * @return the jar
     */
    public static Path build(Path folder) throws IOException {
        Map<String, String> files = files();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Path classes = folder.resolve("classes");
        Path tests = folder.resolve("test-classes");
        String classPath = System.getProperty("java.class.path");
        compile(folder.resolve("src/main/java"), classes, classPath);
        compile(folder.resolve("src/test/java"), tests, classes + System.getProperty("path.separator") + classPath);
        Path jar = folder.resolve("folder-store.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(classes, out);
            add(folder.resolve("src/main/resources"), out);
        }
        return jar;
    }

    /** The files of the page by path. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher blocks = FILE.matcher(Files.readString(page()));
        while (blocks.find()) {
            files.put(blocks.group(1), blocks.group(2));
        }
        return files;
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/writing-a-store.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/writing-a-store.md");
    }

    private static void compile(Path sources, Path classes, String classPath) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing,-path", "-Werror"));
        arguments.addAll(List.of("-proc:none", "-cp", classPath, "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the code of docs/writing-a-store.md does not compile");
        }
    }

    private static void add(Path folder, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
