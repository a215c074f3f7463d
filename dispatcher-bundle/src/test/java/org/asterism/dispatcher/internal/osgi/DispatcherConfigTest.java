package org.asterism.dispatcher.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.dispatcher.internal.DispatcherSettings;
import org.asterism.dispatcher.internal.TlsSettings.StoreFile;
import org.junit.jupiter.api.Test;

class DispatcherConfigTest {

    private static List<Method> attributes() {
        return Arrays.stream(DispatcherConfig.class.getDeclaredMethods()).toList();
    }

    private static String key(Method attribute) {
        return attribute.getName().replace('_', '.');
    }

    @Test
    void theDefaultsAreValid() {
        DispatcherSettings settings = ConfiguredSettings.of(StandaloneDispatcher.configured(Map.of()));
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.timeouts().pool()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void eachBadValueIsRefusedByItsKey() {
        Map<String, Object> bad = Map.ofEntries(
                Map.entry("host", " "),
                Map.entry("port", 70_000),
                Map.entry("threads", -1),
                Map.entry("forwarded.trusted", new String[] {"10.0.0.0/8, proxy.test"}),
                Map.entry("forwarded.style", "both ways"),
                Map.entry("sticky.secret.file", "no-such-file"),
                Map.entry("tls.port", -1),
                Map.entry("tls.keystore.file", new String[] {"a.p12", "b.p12", "c.p12"}),
                Map.entry("tls.keystore.password.file", new String[0]),
                Map.entry("tls.protocols", new String[] {"SSLv9"}),
                Map.entry("tls.ciphers", new String[] {"TLS_WHATEVER"}),
                Map.entry("http2.streams.max", 0),
                Map.entry("http2.resets.max", 0),
                Map.entry("nodes.expected", -1),
                Map.entry("ejection.failures", 0),
                Map.entry("ejection.millis", 0L),
                Map.entry("ejection.max.millis", 1L),
                Map.entry("probe.millis", -1L),
                Map.entry("retry.percent", 101),
                Map.entry("retry.min.per.second", -1),
                Map.entry("limit.min", 0),
                Map.entry("limit.max", 19),
                Map.entry("log.file", "a\0b"),
                Map.entry("log.files", -1),
                Map.entry("log.format", "%Z"),
                Map.entry("log.max.bytes", 0L),
                Map.entry("log.queue", 0),
                Map.entry("trace.sampled.percent", 101),
                Map.entry("tries.max", 0),
                Map.entry("queue.max", -1),
                Map.entry("queue.millis", 0L),
                Map.entry("line.max.bytes", 1),
                Map.entry("head.max.bytes", 1),
                Map.entry("headers.max", 0),
                Map.entry("connections.max", 0),
                Map.entry("pool.idle.max", -1),
                Map.entry("pool.idle.millis", 0L),
                Map.entry("connect.millis", -1L),
                Map.entry("client.millis", 0L),
                Map.entry("response.millis", 0L),
                Map.entry("tunnel.millis", 0L),
                Map.entry("stop.millis", Long.MAX_VALUE));
        bad.forEach((key, value) -> assertThatIllegalArgumentException()
                .as(key)
                .isThrownBy(() -> use(withTls(key, value)))
                .withMessageContaining(key));
        assertThat(bad).hasSize((int) attributes().stream()
                .filter(attribute -> attribute.getReturnType() != boolean.class)
                .count());
    }

    private static Map<String, Object> withTls(String key, Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put("tls.keystore.file", new String[] {"a.p12", "b.p12"});
        values.put("tls.keystore.password.file", new String[] {"a, b"});
        values.put(key, value);
        return values;
    }

    private static void use(Map<String, Object> values) {
        DispatcherConfig config = StandaloneDispatcher.configured(values);
        ConfiguredSettings.of(config);
        ConfiguredFront.stickyKey(config);
    }

    @Test
    void eachStoreHasItsPassword() {
        DispatcherConfig config = StandaloneDispatcher.configured(withTls("tls.port", 443));
        assertThat(ConfiguredFront.of(config).tls().orElseThrow().stores())
                .containsExactly(
                        new StoreFile(Path.of("a.p12"), Path.of("a")), new StoreFile(Path.of("b.p12"), Path.of("b")));
    }

    @Test
    void nobodyNeedsTls() {
        assertThat(ConfiguredFront.of(StandaloneDispatcher.configured(Map.of())).tls())
                .isEmpty();
    }

    @Test
    void theProxyProtocolIsForNamedProxiesOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> use(Map.of("proxy.protocol", true)))
                .withMessageContaining("forwarded.trusted");
    }

    @Test
    void theReadmeSaysTheSame() throws IOException {
        Map<String, String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .takeWhile(line -> !line.equals("## Configuration: `" + MaintenanceConfig.PID + "`"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", 5))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip().replace("`", ""),
                        cells -> (cells[2].strip() + " " + cells[3].strip()).strip()));
        Map<String, String> expected = attributes().stream()
                .collect(Collectors.toMap(DispatcherConfigTest::key, DispatcherConfigTest::described));
        assertThat(rows).isEqualTo(expected);
    }

    private static String described(Method attribute) {
        Object value = attribute.getDefaultValue();
        if (value instanceof String[] list) {
            value = String.join(", ", list);
            return "String[]" + (list.length == 0 ? "" : " `" + value + "`");
        }
        if (value.equals("")) {
            return "String";
        }
        return value.getClass().getSimpleName() + " `" + value + "`";
    }
}
