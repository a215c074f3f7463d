package org.asterism.deployment.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file tells of what is in it, where the content says nothing: {@code shop-1.2.war} is {@code shop}, version 1.2.0.
 *
 * @param version as a bundle's; {@code 0.0.0} if there is none
 * @param ending such as {@code war}; empty if there is none
 */
public record FileName(String name, String version, String ending) {

    private static final Pattern FORM =
            Pattern.compile("(?<name>.+?)(-(?<major>\\d+)(\\.(?<minor>\\d+))?(\\.(?<micro>\\d+))?([.-].*)?)?");
    private static final Pattern ENDING = Pattern.compile("(?<stem>.+)\\.(?<ending>[A-Za-z]+)");
    private static final String NOT_IN_NAMES = "[^A-Za-z0-9_.-]";

    /** Of a file's path or a URL, {@code mvn:} included. */
    public static FileName of(String source) {
        if (source.startsWith("mvn:")) {
            return ofMaven(source);
        }
        String path = source.split("[?#]", 2)[0];
        String file = path.substring(path.lastIndexOf('/') + 1);
        Matcher split = ENDING.matcher(file);
        return split.matches() ? of(split.group("stem"), split.group("ending")) : of(file, "");
    }

    private static FileName of(String stem, String ending) {
        Matcher matcher = FORM.matcher(stem);
        if (!matcher.matches()) {
            return new FileName("", "0.0.0", ending);
        }
        String version = number(matcher, "major") + "." + number(matcher, "minor") + "." + number(matcher, "micro");
        return new FileName(matcher.group("name").replaceAll(NOT_IN_NAMES, "_"), version, ending);
    }

    private static FileName ofMaven(String url) {
        String[] parts =
                url.substring(url.lastIndexOf('!') + 1).replace("mvn:", "").split("/", -1);
        String artifact = parts.length > 1 ? parts[1] : parts[0];
        String version = parts.length > 2 ? parts[2] : "0";
        String type = parts.length > 3 ? parts[3] : "jar";
        return of(artifact + "-" + version + "." + type);
    }

    private static String number(Matcher matcher, String group) {
        String digits = matcher.group(group);
        return digits == null ? "0" : digits;
    }
}
