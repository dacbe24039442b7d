package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as it was built. */
final class Version implements IVersionProvider {
    private static final String RESOURCE = "version.properties";

    static String current() {
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException failure) {
            throw new IllegalStateException("the program's own file " + RESOURCE + " cannot be read", failure);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"autotrainer " + current()};
    }
}
