package org.asterism.console.internal.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** What a request brings: an object of strings, as JSON, of a bounded length. */
final class Body {

    private static final int MOST_BYTES = 16_384;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Body() {}

    /** Empty if it is anything else. */
    static Optional<Map<String, String>> of(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readValue(bytes, new TypeReference<Map<String, String>>() {}))
                    .filter(map -> !map.containsValue(null));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
