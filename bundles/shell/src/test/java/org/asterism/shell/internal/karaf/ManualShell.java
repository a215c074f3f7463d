package org.asterism.shell.internal.karaf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.ActionCommand;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.RegistryImpl;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Karaf's own parser, injection and completion around one command; services are those that a test offers. */
final class ManualShell {

    private final Map<ServiceReference<?>, Object> services = new LinkedHashMap<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(new Line(), true, StandardCharsets.UTF_8);
    private volatile boolean connected = true;
    private final Registry registry = new RegistryImpl(null);
    private final ManagerImpl manager = new ManagerImpl(registry, registry);
    private final Session session = fake(Session.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "getConsole" -> console;
        case "getRegistry" -> registry;
        case "resolveCommand" -> arguments[0];
        default -> null;
    });

    ManualShell() {
        registry.register(fake(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getServiceReferences" -> references((Class<?>) arguments[0]);
            case "getService" -> services.get(arguments[0]);
            case "ungetService" -> true;
            default -> null;
        }));
        registry.register(session);
        List.of(
                        MemberCompleter.class,
                        KindCompleter.class,
                        InstanceCompleter.class,
                        StateCompleter.class,
                        LabelCompleter.class,
                        InterfaceCompleter.class,
                        LockKeyCompleter.class,
                        LockNamespaceCompleter.class,
                        LockNameCompleter.class,
                        TargetCompleter.class,
                        DeploymentCompleter.class,
                        PidCompleter.class,
                        NodeIdCompleter.class)
                .forEach(manager::register);
    }

    <S> void offer(Class<S> type, S service) {
        offer(type, service, Map.of());
    }

    <S> void offer(Class<S> type, S service, Map<String, ?> properties) {
        ServiceReference<?> reference =
                fake(ServiceReference.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProperty" ->
                        arguments[0].equals("objectClass") ? type : properties.get(arguments[0].toString());
                    case "getPropertyKeys" -> properties.keySet().toArray(String[]::new);
                    case "compareTo" -> 0;
                    default -> null;
                });
        services.put(reference, service);
    }

    /** What the command prints. */
    String run(Class<? extends Action> command, Object... words) throws Exception {
        output.reset();
        new ActionCommand(manager, command).execute(session, List.of(words));
        return output();
    }

    /** What the command has printed until now. */
    String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    /** The person is gone: nothing that is printed arrives. */
    void hangUp() {
        connected = false;
    }

    /** What TAB offers at the end of these words. */
    List<String> completed(Class<? extends Action> command, String... words) {
        List<String> candidates = new ArrayList<>();
        ActionCommand action = new ActionCommand(manager, command);
        String[] line = new String[words.length + 1];
        line[0] = "asterism:" + action.getName();
        System.arraycopy(words, 0, line, 1, words.length);
        String buffer = String.join(" ", line);
        action.getCompleter(true).complete(session, new ManualLine(line, buffer), candidates);
        return candidates.stream().map(String::strip).sorted().toList();
    }

    private Collection<ServiceReference<?>> references(Class<?> type) {
        return services.keySet().stream()
                .filter(reference -> reference.getProperty("objectClass").equals(type))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<? super T> type, InvocationHandler answers) {
        InvocationHandler all = (proxy, method, arguments) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> answers.invoke(proxy, method, arguments);
        };
        return (T) Proxy.newProxyInstance(ManualShell.class.getClassLoader(), new Class<?>[] {type}, all);
    }

    private final class Line extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            flush();
            output.write(b);
        }

        @Override
        public void flush() throws IOException {
            if (!connected) {
                throw new IOException("nobody is there");
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record ManualLine(String[] words, String buffer) implements CommandLine {

        @Override
        public int getCursorArgumentIndex() {
            return words.length - 1;
        }

        @Override
        public String getCursorArgument() {
            return words[words.length - 1];
        }

        @Override
        public int getArgumentPosition() {
            return getCursorArgument().length();
        }

        @Override
        public String[] getArguments() {
            return words.clone();
        }

        @Override
        public int getBufferPosition() {
            return buffer.length();
        }

        @Override
        public String getBuffer() {
            return buffer;
        }
    }
}
