package org.asterism.samples.shop.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;
import org.asterism.samples.shop.internal.json.ShopJson;

/** One answer of the API. */
record Answer(int status, String json) {

    private static final String RETRY_AFTER_SECONDS = "1";

    static Answer ok(String json) {
        return new Answer(HttpServletResponse.SC_OK, json);
    }

    /** @param error a fixed word for programs
     * @param detail a sentence for people */
    static Answer problem(int status, String error, String detail) {
        return new Answer(status, ShopJson.error(error, detail));
    }

    void send(HttpServletResponse response) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
