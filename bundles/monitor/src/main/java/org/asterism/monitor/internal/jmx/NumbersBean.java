package org.asterism.monitor.internal.jmx;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ObjectName;
import org.asterism.monitor.internal.Series;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The same numbers as those of {@code /metrics}, as the MBean {@code org.asterism:type=Metrics} with an attribute for each reading:
 * {@code asterism_members{kind=instance}}. Numbers are there without it, too.
 */
public final class NumbersBean implements DynamicMBean, AutoCloseable {

    public static final String NAME = "org.asterism:type=Metrics";

    private static final Logger LOG = LoggerFactory.getLogger(NumbersBean.class);

    private final Supplier<List<Series>> numbers;

    private record Value(String help, double value) {}

    private NumbersBean(Supplier<List<Series>> numbers) {
        this.numbers = numbers;
    }

    /** Shows them until it is closed. */
    public static NumbersBean show(Supplier<List<Series>> numbers) {
        NumbersBean bean = new NumbersBean(numbers);
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(bean, new ObjectName(NAME));
        } catch (JMException e) {
            LOG.warn("Numbers are not shown in JMX", e);
        }
        return bean;
    }

    private Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Series series : numbers.get()) {
            for (Series.Reading reading : series.readings()) {
                values.put(name(series, reading), new Value(series.metric().help(), reading.value()));
            }
        }
        return values;
    }

    private static String name(Series series, Series.Reading reading) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < reading.labels().size(); i++) {
            pairs.add(series.metric().labels().get(i) + "=" + reading.labels().get(i));
        }
        return series.metric().name() + (pairs.isEmpty() ? "" : "{" + String.join(",", pairs) + "}");
    }

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException {
        Value value = values().get(attribute);
        if (value == null) {
            throw new AttributeNotFoundException(attribute);
        }
        return value.value();
    }

    @Override
    public AttributeList getAttributes(String[] attributes) {
        Map<String, Value> values = values();
        AttributeList list = new AttributeList();
        for (String attribute : attributes) {
            Value value = values.get(attribute);
            if (value != null) {
                list.add(new Attribute(attribute, value.value()));
            }
        }
        return list;
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributes = values().entrySet().stream()
                .map(value -> new MBeanAttributeInfo(
                        value.getKey(), "double", value.getValue().help(), true, false, false))
                .toArray(MBeanAttributeInfo[]::new);
        return new MBeanInfo(getClass().getName(), "Numbers of this container", attributes, null, null, null);
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException("numbers are only read");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String action, Object[] parameters, String[] signature) {
        throw new UnsupportedOperationException("numbers are only read");
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            LOG.debug("Numbers were not shown in JMX", e);
        }
    }
}
