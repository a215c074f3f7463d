package org.asterism.remote;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a method of a remote service, or of all methods of its interface, that to carry it out twice is as good as once. A
 * call of such a method is sent one more time, within its time-out, if the hub became unavailable or the service's owner was
 * lost before the answer came, and the service is there again. A call of any other method is never sent again.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
