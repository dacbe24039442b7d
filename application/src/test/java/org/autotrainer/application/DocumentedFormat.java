package org.autotrainer.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The format of docs/datasets.md, compiled and put into a jar. */
public final class DocumentedFormat {
    private static final Pattern CODE =
            Pattern.compile("^```java\n(package com\\.example;.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String CLASS = "com/example/PlainText";

    private DocumentedFormat() {}

    /**
     * Builds the jar of the format, as a stranger would who follows the page.
     *
     * @param folder an empty folder to work in
     * @param name the name that it is given instead of its own
     * @return the jar
     */
    public static Path build(Path folder, String name) throws IOException {
        Path source = folder.resolve(CLASS + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, code().replace("\"plain-text\"", "\"" + name + "\""));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = List.of(
                "--release",
                "17",
                "-Xlint:all,-processing,-path",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the code of docs/datasets.md does not compile");
        }
        Path jar = folder.resolve("format.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(CLASS + ".class"));
            Files.copy(classes.resolve(CLASS + ".class"), out);
            out.putNextEntry(new JarEntry("META-INF/services/org.autotrainer.domain.dataset.DatasetFormat"));
            out.write("com.example.PlainText\n".getBytes(UTF_8));
        }
        return jar;
    }

    private static String code() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/datasets.md"))) {
            folder = folder.getParent();
        }
        Matcher code = CODE.matcher(Files.readString(folder.resolve("docs/datasets.md")));
        if (!code.find()) {
            throw new IllegalStateException("docs/datasets.md has no format of a stranger's");
        }
        return code.group(1);
    }
}
