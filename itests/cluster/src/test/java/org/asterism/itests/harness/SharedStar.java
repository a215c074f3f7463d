package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one cluster of two instances with two server nodes each that all of them share. It is whole before each
 * test; whoever breaks something need not repair it but must have recorded what it wanted to see. Once it does not become
 * whole again, the tests that follow fail at once.
 */
public final class SharedStar implements ParameterResolver, BeforeEachCallback {

    private static final String BROKEN = "broken";

    @Override
    public void beforeEach(ExtensionContext context) {
        Store store = store(context);
        assertThat(store.get(BROKEN, Throwable.class))
                .as("what broke the shared cluster")
                .isNull();
        try {
            star(context)
                    .awaitStatus(
                            "six members UP before the test",
                            status -> status.membersUp().size() == 6 && status.serves("/shop"));
        } catch (ConditionTimeoutException e) {
            store.put(BROKEN, e);
            throw e;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Star.class;
    }

    @Override
    public Star resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return star(context);
    }

    private static Star star(ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent("star", key -> Star.named("shared").demo(), Star.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL);
    }
}
