package org.asterism.deployment.internal.osgi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.Target;
import org.asterism.deployment.internal.ApplyException;
import org.asterism.deployment.internal.Identity;
import org.asterism.deployment.internal.Installed;
import org.asterism.deployment.internal.PropertyText;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Configurations by Config Admin. Deployed properties go over those that were there before, such as those of a file in {@code etc/}, which come back when
 * the deployment is removed. The configuration itself remembers both.
 */
final class DeployedConfigurations {

    private static final String NAME = "asterism.deployment.name";
    private static final String PROPERTIES = "asterism.deployment.properties";
    private static final String BEFORE = "asterism.deployment.before";
    private static final String ANY_LOCATION = "?";
    /** As {@code ComponentConfigurationDTO.FAILED_ACTIVATION} of Declarative Services 1.4. */
    private static final int FAILED_ACTIVATION = 16;

    private final ConfigurationAdmin admin;
    private final ServiceComponentRuntime components;

    DeployedConfigurations(ConfigurationAdmin admin, ServiceComponentRuntime components) {
        this.admin = admin;
        this.components = components;
    }

    List<Installed> installed() throws ApplyException {
        List<Installed> all = new ArrayList<>();
        for (Configuration configuration : ours("(" + NAME + "=*)")) {
            all.add(installed(configuration.getProperties()));
        }
        return all;
    }

    private static Installed installed(Dictionary<String, Object> now) {
        String name = now.get(NAME).toString();
        Map<String, String> deployed = PropertyText.read(now.get(PROPERTIES).toString());
        boolean unchanged = deployed.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(String.valueOf(now.get(entry.getKey()))));
        String identity =
                unchanged ? Identity.of(Deployment.configuration(name, deployed, Target.CLUSTER)) : "changed by hand";
        return new Installed(name, DeploymentKind.CONFIGURATION, "", identity, true, "");
    }

    private List<Configuration> ours(String filter) throws ApplyException {
        try {
            Configuration[] found = admin.listConfigurations(filter);
            return found == null ? List.of() : List.of(found);
        } catch (IOException | InvalidSyntaxException e) {
            throw new ApplyException("configurations", "cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Puts the properties in force. */
    void install(Deployment deployment) throws ApplyException {
        try {
            Configuration configuration = configuration(deployment.name());
            Map<String, Object> before = before(configuration.getProperties());
            Map<String, Object> next = new HashMap<>(before);
            next.putAll(deployment.properties());
            next.put(NAME, deployment.name());
            next.put(PROPERTIES, PropertyText.write(deployment.properties()));
            next.put(BEFORE, PropertyText.write(texts(before)));
            configuration.updateIfDifferent(FrameworkUtil.asDictionary(next));
        } catch (IOException e) {
            throw new ApplyException(deployment.name(), "could not be configured: " + e.getMessage(), e);
        }
    }

    private Configuration configuration(String name) throws IOException {
        int tilde = name.indexOf('~');
        return tilde < 0
                ? admin.getConfiguration(name, ANY_LOCATION)
                : admin.getFactoryConfiguration(name.substring(0, tilde), name.substring(tilde + 1), ANY_LOCATION);
    }

    private static Map<String, Object> before(Dictionary<String, Object> now) {
        if (now == null) {
            return Map.of();
        }
        if (now.get(BEFORE) != null) {
            return new HashMap<>(PropertyText.read(now.get(BEFORE).toString()));
        }
        Map<String, Object> all = new HashMap<>();
        Collections.list(now.keys()).stream()
                .filter(key -> !key.startsWith("service."))
                .forEach(key -> all.put(key, now.get(key)));
        return all;
    }

    private static Map<String, String> texts(Map<String, Object> properties) {
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, value) -> {
            if (value instanceof String text) {
                texts.put(key, text);
            }
        });
        return texts;
    }

    /** What was there before is in force again; nothing, if nothing was. */
    void remove(String name) throws ApplyException {
        for (Configuration configuration : ours("(" + NAME + "=" + name + ")")) {
            try {
                Map<String, Object> before = before(configuration.getProperties());
                if (before.isEmpty()) {
                    configuration.delete();
                } else {
                    configuration.updateIfDifferent(FrameworkUtil.asDictionary(before));
                }
            } catch (IOException e) {
                throw new ApplyException(name, "could not be taken back: " + e.getMessage(), e);
            }
        }
    }

    /** Why a component does not start with the configuration; empty if none is seen that does not. */
    Optional<String> failure(Deployment deployment) {
        String pid = deployment.name().split("~", 2)[0];
        return components.getComponentDescriptionDTOs().stream()
                .filter(component -> List.of(component.configurationPid).contains(pid))
                .flatMap(component -> failures(component).stream())
                .findFirst();
    }

    private List<String> failures(ComponentDescriptionDTO component) {
        return components.getComponentConfigurationDTOs(component).stream()
                .filter(configuration -> configuration.state == FAILED_ACTIVATION)
                .map(DeployedConfigurations::described)
                .toList();
    }

    private static String described(ComponentConfigurationDTO configuration) {
        String failure = configuration.failure == null
                ? "it failed"
                : configuration.failure.lines().findFirst().orElse("it failed");
        return "the component " + configuration.description.name + " does not start with it: " + failure;
    }
}
