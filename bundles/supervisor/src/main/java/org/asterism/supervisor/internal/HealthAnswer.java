package org.asterism.supervisor.internal;

import java.util.List;
import org.asterism.servernode.NodeLoad;

/** What came of asking a child how it is. */
public sealed interface HealthAnswer {

    /** Ready for requests. */
    record Ready(String incarnation, List<String> applications, NodeLoad load) implements HealthAnswer {

        /** With nothing to do. */
        public Ready(String incarnation, List<String> applications) {
            this(incarnation, applications, NodeLoad.NONE);
        }

        /** With a copy of the list. */
        public Ready {
            applications = List.copyOf(applications);
        }
    }

    /** It answers, or its system does in its place, that it is not ready. */
    record NotReady(String reason) implements HealthAnswer {}

    /** No answer in time. */
    record Silent(String reason) implements HealthAnswer {}
}
