package org.asterism.remote.internal;

import java.util.List;

/** What came of a call. */
public sealed interface Outcome {

    /** @param value of the method's result type; null for none */
    record Returned(Object value) implements Outcome {}

    /**
     * @param types the class of the exception and its superclasses, the most special first; never empty
     * @param message empty if there is none
     */
    record Threw(List<String> types, String message) implements Outcome {

        public Threw {
            types = List.copyOf(types);
        }

        /** The class name of the exception. */
        public String type() {
            return types.get(0);
        }
    }
}
