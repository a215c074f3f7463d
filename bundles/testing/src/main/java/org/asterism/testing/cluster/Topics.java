package org.asterism.testing.cluster;

/** Compares topics with patterns: {@code *} stands for one part, {@code #} at the end for any number of parts. */
final class Topics {

    private Topics() {}

    static boolean matches(String pattern, String topic) {
        String[] wanted = pattern.split("\\.", -1);
        String[] parts = topic.split("\\.", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#") && i == wanted.length - 1) {
                return true;
            }
            if (i >= parts.length || !(wanted[i].equals("*") || wanted[i].equals(parts[i]))) {
                return false;
            }
        }
        return wanted.length == parts.length;
    }
}
