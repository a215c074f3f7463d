package org.asterism.deployment.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = DeploymentComponent.PID,
        name = "Asterism deployment",
        description = "Brings what is deployed to the cluster to its server nodes.")
@interface DeploymentConfig {

    @AttributeDefinition(description = "The largest file that is stored, bytes")
    long artifact_max_bytes() default 1_073_741_824;

    @AttributeDefinition(description = "Pause between two looks at the database if nobody tells of a change")
    long poll_millis() default 5_000;

    @AttributeDefinition(description = "Pause between two looks of the one who rolls")
    long roll_poll_millis() default 200;

    @AttributeDefinition(description = "How long it may take until all dispatchers have turned away from a node")
    long settle_millis() default 1_000;

    @AttributeDefinition(
            description = "How long what a node brings itself may take to work: when it starts, or comes late")
    long apply_millis() default 60_000;

    @AttributeDefinition(description = "Pause before a node tries again what it could not apply")
    long retry_millis() default 30_000;

    @AttributeDefinition(description = "How long a file that nothing refers to is kept")
    long artifact_age_millis() default 3_600_000;
}
