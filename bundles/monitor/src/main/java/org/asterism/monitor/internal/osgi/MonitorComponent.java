package org.asterism.monitor.internal.osgi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.asterism.alarm.Alarm;
import org.asterism.alarm.AlarmService;
import org.asterism.alarm.AlarmSource;
import org.asterism.cluster.ClusterService;
import org.asterism.health.HealthReport;
import org.asterism.health.HealthService;
import org.asterism.messaging.MessageService;
import org.asterism.metrics.MetricSource;
import org.asterism.monitor.internal.GcPauses;
import org.asterism.monitor.internal.felix.FelixChecks;
import org.asterism.monitor.internal.jmx.BeanNumbers;
import org.asterism.monitor.internal.jmx.NumbersBean;
import org.asterism.monitor.internal.jvm.CollectorListener;
import org.asterism.monitor.internal.jvm.JvmNumbers;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.metatype.annotations.Designate;

/** Numbers, health and alarms of this container: shown at a port, in JMX and to whoever asks. */
@Component(
        service = {HealthService.class, AlarmService.class},
        immediate = true,
        configurationPid = MonitorConfig.PID)
@Designate(ocd = MonitorConfig.class)
public final class MonitorComponent implements HealthService, AlarmService {

    private static final Duration GC_MEMORY = Duration.ofMinutes(10);
    private static final Duration CLOCK_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CLOCK_PERIOD = Duration.ofSeconds(30);

    private final MonitorSettings settings;
    private final Surroundings surroundings = new Surroundings();
    private final Numbers numbers;
    private final AlarmWatch alarms;
    private final Monitor monitor;
    private final ClockWatch clock;
    private final GcPauses pauses;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "asterism-monitor"));
    private final List<ServiceRegistration<?>> checks = new ArrayList<>();
    private final CollectorListener collector;
    private final NumbersBean bean;
    private final PortKeeper port;
    private ClusterService cluster;
    private MessageService messages;

    @Activate
    public MonitorComponent(
            BundleContext context,
            @Reference HealthCheckExecutor executor,
            @Reference EventAdmin events,
            MonitorConfig config) {
        settings = MonitorSettings.of(config);
        numbers = new Numbers(settings.seriesMax());
        alarms = new AlarmWatch((alarm, raised) -> AlarmEvents.post(events, alarm, raised));
        monitor = new Monitor(surroundings, new FelixChecks(executor), numbers, alarms::alarms);
        String self = surroundings.self().value();
        clock = new ClockWatch(self, settings.clockOffset());
        pauses = new GcPauses(settings.gcPause(), GC_MEMORY);
        collector = new CollectorListener(pause -> pauses.add(pause, System.nanoTime()));
        addOwn(context, self);
        check(context, "threads", HealthReport.LIVE, ContainerChecks::threads);
        check(context, "boot", HealthReport.READY, () -> ContainerChecks.booted(context));
        check(context, "member", HealthReport.READY, new MemberReadiness(surroundings));
        bean = NumbersBean.show(numbers::series);
        port = new PortKeeper(settings, new Pages(monitor, numbers).byPath());
    }

    private void addOwn(BundleContext context, String self) {
        String data = Objects.requireNonNullElse(context.getProperty("karaf.data"), ".");
        numbers.add(new JvmNumbers());
        numbers.add(new BeanNumbers());
        numbers.add(new ClusterNumbers(
                surroundings, context.getBundle().getVersion().toString()));
        numbers.add(alarms);
        numbers.add(clock);
        alarms.add(clock);
        alarms.add(new ContainerAlarms(self, Path.of(data), settings.diskFreeBytes(), pauses));
    }

    private void check(BundleContext context, String name, String tag, HealthCheck check) {
        checks.add(context.registerService(
                HealthCheck.class,
                check,
                FrameworkUtil.asDictionary(Map.of(HealthCheck.NAME, name, HealthCheck.TAGS, new String[] {tag}))));
    }

    @Activate
    void start() {
        long period = settings.alarmPeriod().toMillis();
        timer.execute(port::open);
        Future<?> unused = timer.scheduleWithFixedDelay(alarms::look, period, period, TimeUnit.MILLISECONDS);
        Future<?> unusedToo = timer.scheduleWithFixedDelay(
                this::askTheTime, CLOCK_PERIOD.toSeconds(), CLOCK_PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    private void askTheTime() {
        monitor.neighbours().ifPresent(neighbours -> clock.ask(neighbours, CLOCK_TIMEOUT));
    }

    @Deactivate
    void stop() {
        timer.shutdown();
        port.close();
        bean.close();
        collector.close();
        checks.forEach(ServiceRegistration::unregister);
        monitor.close();
    }

    @Override
    public HealthReport report() {
        return monitor.report();
    }

    @Override
    public CompletionStage<List<HealthReport>> cluster(Duration timeout) {
        return monitor.cluster(timeout);
    }

    @Override
    public List<Alarm> alarms() {
        return alarms.alarms();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addMetricSource(MetricSource source) {
        numbers.add(source);
    }

    void removeMetricSource(MetricSource source) {
        numbers.remove(source);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAlarmSource(AlarmSource source) {
        alarms.add(source);
    }

    void removeAlarmSource(AlarmSource source) {
        alarms.remove(source);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    synchronized void setClusterService(ClusterService service) {
        cluster = service;
        surroundings.set(service);
        joinOrLeave();
    }

    synchronized void unsetClusterService(ClusterService service) {
        if (service.equals(cluster)) {
            cluster = null;
            surroundings.unset(service);
            joinOrLeave();
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    synchronized void setMessageService(MessageService service) {
        messages = service;
        joinOrLeave();
    }

    synchronized void unsetMessageService(MessageService service) {
        if (service.equals(messages)) {
            messages = null;
            joinOrLeave();
        }
    }

    private void joinOrLeave() {
        if (cluster != null && messages != null) {
            monitor.join(cluster, messages);
        } else {
            monitor.leave();
        }
    }
}
