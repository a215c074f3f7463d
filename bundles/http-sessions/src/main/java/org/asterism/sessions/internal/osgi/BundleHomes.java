package org.asterism.sessions.internal.osgi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.asterism.sessions.internal.ClassHomes;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** The home of a class is its bundle, named by its symbolic name: ids and versions differ from node to node. */
final class BundleHomes implements ClassHomes {

    private final BundleContext context;

    BundleHomes(BundleContext context) {
        this.context = context;
    }

    @Override
    public String homeOf(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        Bundle bundle = FrameworkUtil.getBundle(element);
        return bundle == null || bundle.getBundleId() == 0 ? "" : bundle.getSymbolicName();
    }

    /** The bundle of an application that was deployed as a plain WAR may have another name here: then its class loader knows. */
    @Override
    public Class<?> load(String home, String name, ClassLoader fallback) throws ClassNotFoundException {
        Optional<ClassLoader> loader = home.isEmpty() ? Optional.empty() : loader(home);
        return Class.forName(name, false, loader.orElse(fallback));
    }

    private Optional<ClassLoader> loader(String home) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> home.equals(bundle.getSymbolicName()))
                .filter(bundle -> bundle.adapt(BundleWiring.class) != null)
                .max(Comparator.comparing(Bundle::getVersion))
                .map(bundle -> bundle.adapt(BundleWiring.class).getClassLoader());
    }
}
