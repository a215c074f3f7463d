package org.asterism.deploytool;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.asterism.testing.architecture.LayerRules;

/** A tool like the launcher: it talks to people, and to its children, on the standard streams. */
@AnalyzeClasses(packages = "org.asterism.deploytool")
class ArchitectureTest {

    @ArchTest
    static final ArchRule internals = LayerRules.INTERNALS_STAY_IN_THEIR_BUNDLE;

    @ArchTest
    static final ArchRule generic = LayerRules.NO_GENERIC_EXCEPTIONS;
}
