package org.asterism.dispatcher.internal;

/** Where an application is: {@code /shop}, or nothing for the root application {@code /}. */
final class ContextPath {

    private ContextPath() {}

    /** Without a slash at the end, so that the root application is the empty string. */
    static String normalize(String path) {
        String normal = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!normal.isEmpty() && (!normal.startsWith("/") || normal.endsWith("/"))) {
            throw new IllegalArgumentException("not a context path: '" + path + "'");
        }
        return normal;
    }

    /** Whether the path is the application's or below it, by whole segments. */
    static boolean covers(String application, String path) {
        return path.startsWith(application)
                && (path.length() == application.length() || path.charAt(application.length()) == '/');
    }
}
