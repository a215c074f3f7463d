package org.asterism.supervisor.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeLoad;
import org.asterism.supervisor.internal.HealthAnswer;
import org.asterism.supervisor.internal.HealthAnswer.NotReady;
import org.asterism.supervisor.internal.HealthAnswer.Ready;

/** Understands {@code {"id":"a/1","incarnation":"…","state":"UP","pid":123,"applications":["/shop"]}}. */
final class HealthDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private HealthDocument() {}

    static HealthAnswer read(MemberId id, long pid, int status, byte[] body) {
        if (status != OK) {
            return new NotReady("its health answer is HTTP " + status);
        }
        try {
            return read(id, pid, JSON.readTree(body));
        } catch (IOException e) {
            return new NotReady("its health answer is not JSON");
        }
    }

    private static HealthAnswer read(MemberId id, long pid, JsonNode json) {
        if (!json.path("id").asText().equals(id.value()) || json.path("pid").asLong() != pid) {
            return new NotReady("another process answers at its port: "
                    + json.path("id").asText() + " with pid " + json.path("pid").asLong());
        }
        List<String> applications = new ArrayList<>();
        json.path("applications").forEach(application -> applications.add(application.asText()));
        return new Ready(json.path("incarnation").asText(), applications, load(json));
    }

    private static NodeLoad load(JsonNode json) {
        return new NodeLoad(
                Math.max(0, json.path("requests").asInt()),
                Math.max(0, json.path("sessions").asInt()));
    }
}
