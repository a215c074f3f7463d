package org.asterism.dispatcher.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Asterism maintenance",
        description = "An application that is under maintenance while this configuration is there")
@interface MaintenanceConfig {

    String PID = "org.asterism.dispatcher.maintenance";

    @AttributeDefinition(description = "Context path of the application; / for the root application")
    String application();

    @AttributeDefinition(description = "File with the HTML page; empty: a plain sentence")
    String page_file() default "";

    @AttributeDefinition(description = "When clients may come again, s")
    long retry_seconds() default 60;
}
