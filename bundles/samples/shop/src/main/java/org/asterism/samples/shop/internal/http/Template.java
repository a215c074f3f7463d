package org.asterism.samples.shop.internal.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML with places such as {@code {{node}}}. What is put there is always escaped. */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private final String html;

    public Template(String html) {
        this.html = html;
    }

    /** Reads a template that lies beside the classes of the bundle. */
    public static Template load(String resource) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @throws IllegalArgumentException if there is no value for a place */
    public String fill(Map<String, String> values) {
        return PLACE.matcher(html).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private static String value(String place, Map<String, String> values) {
        String value = values.get(place);
        if (value == null) {
            throw new IllegalArgumentException("no value for {{" + place + "}}");
        }
        return escape(value);
    }

    /** Makes text safe in HTML, also within quotes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
