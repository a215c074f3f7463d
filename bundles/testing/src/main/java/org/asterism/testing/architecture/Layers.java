package org.asterism.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;

/** Which class is in which layer, told by its package. */
final class Layers {

    static final String INTERNAL = "org.asterism..internal..";
    static final String CORE = "org.asterism..internal";
    static final String TECHNOLOGY = "org.asterism..internal.*..";
    static final String COMPONENTS = "org.asterism..internal.osgi..";
    static final String LAUNCHER = "org.asterism.launcher..";

    private static final String MARK = ".internal";

    private Layers() {}

    /** Everything that is not compiled from {@code src/test}. */
    static DescribedPredicate<JavaClass> production() {
        return DescribedPredicate.describe("are no tests", type -> !type.getSource()
                .map(source -> source.getUri().toString().contains("/test-classes/"))
                .orElse(false));
    }

    static DescribedPredicate<JavaClass> core() {
        return production().and(resideInAPackage(CORE)).as("are in the pure core");
    }

    /** For {@code noClasses()}: an event that satisfies the condition is a violation. */
    static ArchCondition<JavaClass> useInternalsOfAnotherBundle() {
        return new ArchCondition<>("use internals of another bundle") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    boolean foreign = root(target)
                            .filter(root -> !within(type.getPackageName(), root))
                            .isPresent();
                    events.add(new SimpleConditionEvent(dependency, foreign, dependency.getDescription()));
                }
            }
        };
    }

    private static Optional<String> root(String name) {
        int mark = (name + ".").indexOf(MARK + ".");
        return name.startsWith("org.asterism.") && mark > 0 ? Optional.of(name.substring(0, mark)) : Optional.empty();
    }

    private static boolean within(String name, String root) {
        return (name + ".").startsWith(root + ".");
    }
}
