package org.asterism.remote.internal.cbor;

import java.util.List;
import org.asterism.remote.internal.RemoteMethod;

/** A method with everything made that its calls need. */
public final class PreparedMethod {

    private final RemoteMethod method;
    private final ValueCodec[] parameters;
    private final ValueCodec result;

    PreparedMethod(RemoteMethod method, List<ValueCodec> parameters, ValueCodec result) {
        this.method = method;
        this.parameters = parameters.toArray(ValueCodec[]::new);
        this.result = result;
    }

    /** The method. */
    public RemoteMethod method() {
        return method;
    }

    int parameterCount() {
        return parameters.length;
    }

    ValueCodec parameter(int index) {
        return parameters[index];
    }

    ValueCodec result() {
        return result;
    }
}
