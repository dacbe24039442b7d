package org.autotrainer.adapters.http;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.ServerProvider;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes what a server proves itself with, of a file: TLS 1.2 and 1.3, nothing older. */
final class Tls {
    private Tls() {}

    /**
     * TLS with the key of a file.
     *
     * @throws AutoTrainerException if the file cannot be read, or its password is another, or no private key is in it
     */
    static SslContextFactory.Server over(ServerProvider.KeyStore given) {
        File file = given.file().toFile();
        char[] password = given.password().toCharArray();
        KeyStore store = read(file, password);
        requireKey(store, file, password);
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(store);
        context.setKeyStorePassword(given.password());
        context.setKeyManagerPassword(given.password());
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setRenegotiationAllowed(false);
        return context;
    }

    private static KeyStore read(File file, char[] password) {
        if (!file.isFile() || !file.canRead()) {
            throw new AutoTrainerException(
                    Problem.NOT_FOUND,
                    "the key store " + file + " cannot be read: "
                            + (file.exists() ? "permission is denied, or it is no file" : "there is no such file"));
        }
        try {
            return KeyStore.getInstance(file, password);
        } catch (IOException wrong) {
            throw new AutoTrainerException(
                    Problem.INVALID,
                    wrong.getCause() instanceof UnrecoverableKeyException
                            ? "the password of the key store " + file + " is another one"
                            : "the key store " + file
                                    + " cannot be read: it is damaged, or its password is another one",
                    wrong);
        } catch (GeneralSecurityException wrong) {
            throw new AutoTrainerException(
                    Problem.INVALID, file + " is no key store; allowed are PKCS12 and JKS", wrong);
        }
    }

    private static void requireKey(KeyStore store, File file, char[] password) {
        try {
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
                if (key instanceof PrivateKey) {
                    return;
                }
            }
        } catch (UnrecoverableKeyException other) {
            throw new AutoTrainerException(
                    Problem.INVALID,
                    "the key in " + file + " has another password than the key store; give it the same",
                    other);
        } catch (GeneralSecurityException wrong) {
            throw new AutoTrainerException(Problem.INVALID, "the key in " + file + " cannot be used", wrong);
        }
        throw new AutoTrainerException(
                Problem.INVALID,
                "the key store " + file + " holds no private key; put one in it, with its certificates");
    }
}
