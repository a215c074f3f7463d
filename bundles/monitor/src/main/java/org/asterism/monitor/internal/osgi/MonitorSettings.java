package org.asterism.monitor.internal.osgi;

import java.time.Duration;

/** The configuration, checked. */
record MonitorSettings(
        String host,
        int port,
        int seriesMax,
        Duration alarmPeriod,
        Duration clockOffset,
        Duration gcPause,
        long diskFreeBytes) {

    private static final int MAX_PORT = 65_535;
    private static final int MEBI = 20;

    /** @throws IllegalArgumentException naming the key that is wrong */
    static MonitorSettings of(MonitorConfig config) {
        require(config.port() >= -1 && config.port() <= MAX_PORT, "port is " + config.port());
        require(!config.host().isBlank(), "host is empty");
        require(config.series_max() > 0, "series.max is not positive");
        require(config.alarm_period_millis() > 0, "alarm.period.millis is not positive");
        require(config.clock_offset_millis() > 0, "clock.offset.millis is not positive");
        require(config.gc_pause_millis() > 0, "gc.pause.millis is not positive");
        require(config.disk_free_mib() >= 0, "disk.free.mib is negative");
        return new MonitorSettings(
                config.host(),
                config.port(),
                config.series_max(),
                Duration.ofMillis(config.alarm_period_millis()),
                Duration.ofMillis(config.clock_offset_millis()),
                Duration.ofMillis(config.gc_pause_millis()),
                config.disk_free_mib() << MEBI);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(MonitorConfig.PID + ": " + otherwise);
        }
    }
}
