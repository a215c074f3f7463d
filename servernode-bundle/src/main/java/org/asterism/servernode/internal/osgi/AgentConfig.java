package org.asterism.servernode.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = AgentComponent.PID,
        name = "Asterism server node agent",
        description = "Tells from within an engine how it is.")
@interface AgentConfig {

    @AttributeDefinition(description = "How long a health answer waits for news of the HTTP server while that is busy")
    long patience_millis() default 200;

    @AttributeDefinition(
            description =
                    "How long an engine that starts waits for what is deployed to the cluster before it is ready; 0: not at all")
    long applications_wait_millis() default 0;

    @AttributeDefinition(description = "How long an application that is not whole gets no requests")
    long whole_millis() default 30_000;
}
