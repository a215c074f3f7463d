package org.asterism.monitor.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Numbers, health and alarms of this container. */
@ObjectClassDefinition(id = MonitorConfig.PID, name = "Asterism monitor")
@interface MonitorConfig {

    String PID = "org.asterism.monitor";

    @AttributeDefinition(description = "The address where numbers and health are answered.")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "The port where they are; -1: none, 0: any that is free.")
    int port() default -1;

    @AttributeDefinition(description = "How many readings of one metric are told apart.")
    int series_max() default 200;

    @AttributeDefinition(description = "How often alarms are looked for, in milliseconds.")
    long alarm_period_millis() default 5_000;

    @AttributeDefinition(
            description = "An alarm is raised if the clock differs from that of the hub by more, in milliseconds.")
    long clock_offset_millis() default 500;

    @AttributeDefinition(
            description = "An alarm is raised for pauses of the garbage collector that take longer, in milliseconds.")
    long gc_pause_millis() default 1_000;

    @AttributeDefinition(description = "An alarm is raised if less of the disk is free, in MiB.")
    long disk_free_mib() default 256;
}
