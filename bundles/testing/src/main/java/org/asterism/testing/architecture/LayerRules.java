package org.asterism.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.asterism.testing.architecture.Layers.COMPONENTS;
import static org.asterism.testing.architecture.Layers.INTERNAL;
import static org.asterism.testing.architecture.Layers.LAUNCHER;
import static org.asterism.testing.architecture.Layers.TECHNOLOGY;
import static org.asterism.testing.architecture.Layers.production;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/**
 * The direction is {@code internal.osgi → internal.<tech> → internal → api}, never back, and the core is pure.
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "org.asterism.lock")
 * class ArchitectureTest {
 *
 *     @ArchTest
 *     static final ArchTests layers = ArchTests.in(LayerRules.class);
 * }
 * }</pre>
 *
 * Test classes are left out by the rules themselves. A rule that finds nothing to check holds.
 */
public final class LayerRules {

    @ArchTest
    public static final ArchRule API_KNOWS_NO_INTERNALS = noClasses()
            .that(production().and(not(resideInAPackage(INTERNAL))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTERNAL)
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule CORE_KNOWS_NO_ADAPTERS = noClasses()
            .that(Layers.core())
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TECHNOLOGY)
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule CORE_USES_NO_TECHNOLOGY = noClasses()
            .that(Layers.core())
            .should()
            .dependOnClassesThat(Forbidden.technology())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule CORE_READS_NO_CLOCK = noClasses()
            .that(Layers.core())
            .should()
            .callCodeUnitWhere(Forbidden.readsAClock())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule CORE_STARTS_NO_THREAD = noClasses()
            .that(Layers.core())
            .should()
            .callCodeUnitWhere(Forbidden.makesAThread())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule ADAPTERS_KNOW_NO_COMPONENTS = noClasses()
            .that(production().and(resideInAPackage(TECHNOLOGY)).and(not(resideInAPackage(COMPONENTS))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMPONENTS)
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule INTERNALS_STAY_IN_THEIR_BUNDLE = noClasses()
            .that(production())
            .should(Layers.useInternalsOfAnotherBundle())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that(production().and(not(resideInAPackage(LAUNCHER))))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_JAVA_UTIL_LOGGING = noClasses()
            .that(production())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_GENERIC_EXCEPTIONS = noClasses()
            .that(production())
            .should()
            .callConstructorWhere(Forbidden.makesAGenericException())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_INJECTED_FIELDS = noFields()
            .that()
            .areDeclaredInClassesThat(production())
            .should()
            .beAnnotatedWith("org.osgi.service.component.annotations.Reference")
            .allowEmptyShould(true);

    private LayerRules() {}
}
