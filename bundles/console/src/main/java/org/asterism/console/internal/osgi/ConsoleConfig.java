package org.asterism.console.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism console", description = "The page of the hub, for people who have logged in")
@interface ConsoleConfig {

    @AttributeDefinition(name = "realm", description = "JAAS realm that knows users and their roles")
    String realm() default "karaf";

    @AttributeDefinition(
            name = "secret.file",
            description = "File with the cluster secret; the key of logins comes from it")
    String secret_file() default "";

    @AttributeDefinition(name = "login.minutes", description = "How long a login is good for")
    long login_minutes() default 480;

    @AttributeDefinition(name = "pages", description = "How many pages may be open at the same time")
    int pages() default 100;

    @AttributeDefinition(name = "timeline.minutes", description = "How long what happened is remembered")
    long timeline_minutes() default 60;

    @AttributeDefinition(name = "timeline.moments", description = "How many moments are remembered at the most")
    int timeline_moments() default 10_000;
}
