package org.asterism.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.time.Clock;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What must not be called from where. */
final class Forbidden {

    private static final Set<String> GENERIC = Set.of(
            Throwable.class.getName(),
            Exception.class.getName(),
            RuntimeException.class.getName(),
            Error.class.getName());

    private Forbidden() {}

    static DescribedPredicate<JavaClass> technology() {
        return resideInAnyPackage(
                "org.osgi.service..",
                "org.osgi.framework..",
                "org.osgi.util..",
                "org.apache.activemq..",
                "org.apache.karaf..",
                "org.apache.aries..",
                "io.netty..",
                "javax.servlet..",
                "javax.persistence..",
                "javax.transaction..");
    }

    static DescribedPredicate<JavaCall<?>> readsAClock() {
        return DescribedPredicate.describe("a clock is read", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String name = target.getName();
            return switch (target.getOwner().getName()) {
                case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
                case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
                default ->
                    target.getOwner().getPackageName().startsWith("java.time")
                            && name.equals("now")
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
            };
        });
    }

    static DescribedPredicate<JavaCall<?>> makesAThread() {
        return DescribedPredicate.describe("a thread is made", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean executor = owner.isAssignableTo(Executor.class)
                    && owner.getPackageName().startsWith("java.");
            boolean active = executor || owner.isAssignableTo(Thread.class) || owner.isAssignableTo(Timer.class);
            return owner.isEquivalentTo(Executors.class)
                    || (active && call.getTarget().getName().equals("<init>"));
        });
    }

    /** Not the call of a subclass's constructor to {@code super}. */
    static DescribedPredicate<JavaConstructorCall> makesAGenericException() {
        return DescribedPredicate.describe(
                "a generic exception is made",
                call -> GENERIC.contains(call.getTargetOwner().getName())
                        && !(call.getOrigin().isConstructor()
                                && call.getOriginOwner()
                                        .isAssignableTo(call.getTargetOwner().getName())));
    }
}
