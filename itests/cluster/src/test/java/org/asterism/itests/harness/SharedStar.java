package org.asterism.itests.harness;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one cluster of two instances with two server nodes each that all of them share. It is whole before each
 * test; whoever breaks something need not repair it but must have recorded what it wanted to see.
 */
public final class SharedStar implements ParameterResolver, BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        star(context)
                .awaitStatus(
                        "six members UP before the test",
                        status -> status.membersUp().size() == 6 && status.serves("/shop"));
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
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent("star", key -> Star.named("shared").demo(), Star.class);
    }
}
