package org.autotrainer.adapters.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key stores as {@code keytool} of the JDK makes them. */
final class KeyStores {
    static final String PASSWORD = "a-password-of-a-test";

    private KeyStores() {}

    /** A key for localhost, with a certificate that it signs itself. */
    static Path made(Path folder, String type) throws IOException, InterruptedException {
        Path file = folder.resolve("server." + type);
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                type,
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-keypass",
                PASSWORD);
        return file;
    }

    /** The certificate of a key store alone, in a key store of its own. */
    static Path withoutKey(Path folder, Path from) throws IOException, InterruptedException {
        Path certificate = folder.resolve("server.cer");
        Path file = folder.resolve("certificate.p12");
        String[] store = {"-keystore", from.toString(), "-storepass", PASSWORD};
        keytool(all(store, "-exportcert", "-alias", "server", "-file", certificate.toString()));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "server",
                "-file",
                certificate.toString(),
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        return file;
    }

    private static String[] all(String[] some, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(more));
        all.addAll(Arrays.asList(some));
        return all.toArray(String[]::new);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    /** What a client needs that trusts the certificates of a key store, and speaks a version of TLS. */
    static SSLContext trusting(Path file, String version) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance(version);
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A file that is no key store. */
    static Path nonsense(Path folder) throws IOException {
        return Files.writeString(folder.resolve("nonsense.p12"), "no key store at all");
    }
}
