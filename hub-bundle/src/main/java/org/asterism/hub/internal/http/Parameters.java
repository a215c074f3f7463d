package org.asterism.hub.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import org.asterism.documents.Selection;

/** The parameters of a request, all of them known. */
final class Parameters {

    private final Map<String, String[]> values;

    private Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    static Parameters of(HttpServletRequest request, String... known) throws BadParameterException {
        return of(request.getParameterMap(), known);
    }

    static Parameters of(Map<String, String[]> values, String... known) throws BadParameterException {
        List<String> unknown = new ArrayList<>(values.keySet());
        unknown.removeAll(List.of(known));
        if (!unknown.isEmpty()) {
            throw new BadParameterException("not a parameter here: " + String.join(", ", unknown) + " (known: "
                    + (known.length == 0 ? "none" : String.join(", ", known)) + ")");
        }
        return new Parameters(values);
    }

    /** One that may be given several times. */
    List<String> all(String name) {
        return List.of(values.getOrDefault(name, new String[0]));
    }

    /** One that may be given once. */
    Optional<String> one(String name) throws BadParameterException {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw new BadParameterException("not a parameter to be given several times: " + name);
        }
        return all.stream().findFirst();
    }

    /**
     * What one that may be given once means.
     *
     * @param reader throws an {@link IllegalArgumentException} that says what is wrong
     */
    <T> Optional<T> one(String name, Function<String, T> reader) throws BadParameterException {
        Optional<String> value = one(name);
        try {
            return value.map(reader);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(e.getMessage());
        }
    }

    /** What is chosen of the two lists. */
    Selection selection() throws BadParameterException {
        try {
            return Selection.of(
                    all("member"), all("kind"), all("instance"), all("state"), all("label"), all("interface"));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(e.getMessage());
        }
    }
}
