package org.asterism.console.internal;

import java.util.Map;

/** Something that a person may have done, by pressing a button. */
public interface Action {

    /** By which it is asked for, such as {@code node-drain}. */
    String name();

    /** Who may. */
    Role needs();

    /**
     * Does it, or has it begun; on the thread of the request.
     *
     * @param request what is needed, checked to have a reason
     * @return what is told to the person: one sentence
     * @throws ActionException if it was not done
     */
    String perform(ActionRequest request) throws ActionException;

    /**
     * What a person asks for.
     *
     * @param by who
     * @param reason why; never blank
     * @param parameters everything else
     */
    record ActionRequest(Visitor by, String reason, Map<String, String> parameters) {

        /** One that must be there. */
        public String parameter(String name) throws ActionException {
            String value = parameters.get(name);
            if (value == null || value.isBlank()) {
                throw new ActionException(ActionException.Cause.WRONG, name + " is missing");
            }
            return value;
        }
    }
}
