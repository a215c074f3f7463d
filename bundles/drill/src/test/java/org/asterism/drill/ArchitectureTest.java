package org.asterism.drill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.asterism.testing.architecture.LayerRules;

/** A tool like the launcher: it talks to people, and to its workers, on the standard streams. */
@AnalyzeClasses(packages = "org.asterism.drill", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule internals = LayerRules.INTERNALS_STAY_IN_THEIR_BUNDLE;

    @ArchTest
    static final ArchRule generic = LayerRules.NO_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule whoJudgesIsPure = classes()
            .that()
            .resideInAnyPackage("..drill.history..", "..drill.check..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.time",
                    "org.asterism.lock",
                    "..drill.history..",
                    "..drill.check..");
}
