package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.ServerProvider.KeyStore;
import org.autotrainer.application.server.ServerProvider.Reach;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Option;

/** The options that say from where a server is reached, and how. */
final class ReachOptions {
    /** The environment variable that holds the password of the key store. */
    static final String PASSWORD = "AUTOTRAINER_TLS_PASSWORD";

    private static final Pattern IP4 = Pattern.compile("((25[0-5]|(2[0-4]|1?[0-9])?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?(:[0-9]{1,5})?");
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[a-z0-9_.\\[\\]:-]+");

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on. Default: 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(
            names = "--public",
            description = "Allow an address that other machines can reach. It takes a token that was given or created.")
    private boolean isPublic;

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "Serve over TLS with the key in this file, PKCS12 or JKS. Its password is read from"
                    + " --tls-password-file or AUTOTRAINER_TLS_PASSWORD.")
    private String keyStore = "";

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "The file that holds the password of the key store.")
    private String passwordFile = "";

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A name by which the server may be called, as NAME or NAME:PORT; may be repeated.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            description = "An origin whose pages may call, such as https://app.example.org; may be repeated.")
    private List<String> origins = new ArrayList<>();

    String host() {
        return host;
    }

    /** Whether other machines can reach the server. */
    boolean isReachedByOthers() {
        return !address().isLoopbackAddress();
    }

    /**
     * Checks what needs no file.
     *
     * @throws InvalidValueException if a value is not allowed, or others could reach the server without being meant
     */
    void check() {
        if (isReachedByOthers() && !isPublic) {
            throw new InvalidValueException("--host " + host + " can be reached from other machines"
                    + (keyStore.isEmpty() ? ", and what is sent is not encrypted" : "")
                    + "; add --public if that is meant");
        }
        if (!isOfThisMachine()) {
            throw new InvalidValueException("--host " + host
                    + " is no address of this machine; allowed is one that it has," + " 0.0.0.0 for all, or 127.0.0.1");
        }
        if (!passwordFile.isEmpty() && keyStore.isEmpty()) {
            throw new InvalidValueException("--tls-password-file is for a key store; name it with --tls-keystore");
        }
        for (String name : hosts) {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidValueException("--allow-host is \"" + name
                        + "\"; allowed is a name such as memory.example.org, with :PORT or" + " without");
            }
        }
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new InvalidValueException("--cors-origin is \"" + origin
                        + "\"; allowed is scheme, host and port as browsers write them, such as"
                        + " https://app.example.org");
            }
        }
    }

    /** How the server is reached. */
    Reach reach(Console console) {
        Optional<KeyStore> tls =
                keyStore.isEmpty() ? Optional.empty() : Optional.of(new KeyStore(Path.of(keyStore), password(console)));
        return new Reach(tls, hosts, origins);
    }

    private String password(Console console) {
        if (!passwordFile.isEmpty()) {
            try {
                return Files.readString(Path.of(passwordFile), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
            } catch (IOException failed) {
                throw FileTrouble.of("the file " + passwordFile + " cannot be read", failed, Problem.NOT_FOUND);
            }
        }
        String given = console.variable(PASSWORD);
        if (given.isEmpty()) {
            throw new InvalidValueException("the key store " + keyStore
                    + " needs its password; give it in a file with --tls-password-file, or in " + PASSWORD);
        }
        return given;
    }

    private boolean isOfThisMachine() {
        InetAddress address = address();
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true; // whether it can be listened on shows when it is tried
        }
    }

    /** The address to listen on; names are not looked up, since that would ask other machines. */
    private InetAddress address() {
        try {
            if (host.equals("localhost") || IP4.matcher(host).matches() || host.contains(":")) {
                return InetAddress.getByName(host);
            }
        } catch (UnknownHostException wrong) {
            throw noAddress();
        }
        throw noAddress();
    }

    private InvalidValueException noAddress() {
        return new InvalidValueException(
                "--host is " + host + "; allowed is an address such as 127.0.0.1 or ::1, or localhost");
    }
}
