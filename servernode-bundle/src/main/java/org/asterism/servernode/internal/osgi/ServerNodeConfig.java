package org.asterism.servernode.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

@ObjectClassDefinition(name = "Asterism server node", description = "A server node of this instance.")
@interface ServerNodeConfig {

    @AttributeDefinition(description = "Its number within the instance, from 1")
    int number();

    @AttributeDefinition(
            description = "Whether it runs in a process of its own or in this container",
            options = {@Option(label = "process", value = "process"), @Option(label = "embedded", value = "embedded")})
    String hosting() default "process";

    @AttributeDefinition(description = "Its share of new requests relative to others")
    int weight() default 1;

    @AttributeDefinition(description = "Options of its own JVM after those of its role, separated by blanks")
    String jvm_options() default "";

    @AttributeDefinition(description = "Embedded: pause between two looks at what is deployed")
    long poll_millis() default 500;
}
