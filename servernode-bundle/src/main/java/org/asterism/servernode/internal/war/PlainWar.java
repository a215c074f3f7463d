package org.asterism.servernode.internal.war;

import java.io.File;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web application archive without the headers of a bundle.
 *
 * @param name its file's name without ending and version; the context path is the same
 * @param version that of the file's name, as a bundle's; {@code 0.0.0} if it has none
 */
public record PlainWar(String name, String version) {

    private static final Pattern FILE_NAME =
            Pattern.compile("(?<name>.+?)(-(?<major>\\d+)(\\.(?<minor>\\d+))?(\\.(?<micro>\\d+))?([.-].*)?)?\\.war");
    private static final String NOT_IN_NAMES = "[^A-Za-z0-9_.-]";

    /** Whether the file is one, by its name and content; one that cannot be read is none. */
    public static boolean is(File file) {
        if (!file.getName().endsWith(".war") || !file.isFile()) {
            return false;
        }
        try (JarFile archive = new JarFile(file)) {
            return archive.stream().anyMatch(entry -> entry.getName().startsWith("WEB-INF/"))
                    && !isBundle(archive.getManifest());
        } catch (IOException noArchive) {
            return false;
        }
    }

    private static boolean isBundle(Manifest manifest) {
        return manifest != null && manifest.getMainAttributes().getValue("Bundle-SymbolicName") != null;
    }

    /**
     * Of a file's name: {@code shop-1.2.war} is {@code shop}, version 1.2.0.
     *
     * @throws IllegalArgumentException if it does not end with {@code .war}
     */
    public static PlainWar named(String fileName) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no name of a web application archive: " + fileName);
        }
        String version = number(matcher, "major") + "." + number(matcher, "minor") + "." + number(matcher, "micro");
        return new PlainWar(matcher.group("name").replaceAll(NOT_IN_NAMES, "_"), version);
    }

    private static String number(Matcher matcher, String group) {
        String digits = matcher.group(group);
        return digits == null ? "0" : digits;
    }

    /**
     * What is appended to the file's own address, behind a question mark, to install it by the protocol {@code webbundle} (OSGi Web
     * Applications, 128.4.3).
     */
    public String parameters() {
        return "Bundle-SymbolicName=" + name + "&Bundle-Version=" + version + "&Web-ContextPath=" + name
                + "&Import-Package=" + PlatformPackages.imports();
    }
}
