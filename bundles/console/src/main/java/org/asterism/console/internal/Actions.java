package org.asterism.console.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.console.internal.Action.ActionRequest;
import org.asterism.console.internal.ActionException.Cause;

/**
 * Everything that can be done here. Each is done only for who may, with a reason, and is on record, also if it was refused or has
 * failed.
 */
public final class Actions {

    private static final int LONGEST_REASON = 500;

    private final List<Action> all;
    private final Audit audit;

    /** Where it is put on record. */
    @FunctionalInterface
    public interface Audit {
        /** What became of a request: {@code done}, or why not. */
        void record(Visitor by, String action, Map<String, String> parameters, String reason, String outcome);
    }

    /** Each has a name of its own. */
    public Actions(List<Action> all, Audit audit) {
        this.all = List.copyOf(all);
        this.audit = audit;
    }

    /** The names of those that this role may. */
    public List<String> allowed(Role role) {
        return all.stream()
                .filter(action -> role.includes(action.needs()))
                .map(Action::name)
                .sorted()
                .toList();
    }

    /**
     * Does it.
     *
     * @return what is told to the person
     */
    public String perform(String name, Visitor by, String reason, Map<String, String> parameters)
            throws ActionException {
        try {
            String said = checked(name, by, reason).perform(new ActionRequest(by, reason.strip(), parameters));
            audit.record(by, name, parameters, reason.strip(), "done");
            return said;
        } catch (ActionException e) {
            audit.record(by, name, parameters, reason.strip(), e.kind() + ": " + e.getMessage());
            throw e;
        }
    }

    private Action checked(String name, Visitor by, String reason) throws ActionException {
        Optional<Action> action =
                all.stream().filter(one -> one.name().equals(name)).findFirst();
        if (action.isEmpty()) {
            throw new ActionException(Cause.WRONG, "there is no action " + name);
        }
        if (!by.role().includes(action.get().needs())) {
            throw new ActionException(
                    Cause.FORBIDDEN,
                    by.user() + " is " + by.role().label() + " and may not; it takes "
                            + action.get().needs().label());
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ActionException(Cause.WRONG, "a reason is needed, of at most " + LONGEST_REASON + " characters");
        }
        return action.get();
    }
}
