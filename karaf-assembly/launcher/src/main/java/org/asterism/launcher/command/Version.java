package org.asterism.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the launcher, which is that of the distribution. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/org/asterism/launcher/version.properties")) {
            properties.load(in);
        }
        return new String[] {
            "Asterism " + properties.getProperty("version"),
            "Java " + Runtime.version() + " (" + System.getProperty("java.home") + ")",
        };
    }
}
