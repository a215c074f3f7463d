/**
 * The rules every bundle's layers obey. The main class is {@link org.asterism.testing.architecture.LayerRules}; a bundle
 * applies it to its own packages in a test class {@code ArchitectureTest}.
 */
package org.asterism.testing.architecture;
