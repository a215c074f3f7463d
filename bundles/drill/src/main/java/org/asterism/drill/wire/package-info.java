/**
 * Wires to break on purpose. The main class is {@link org.asterism.drill.wire.Wire}; tests of other modules use it too, so that
 * there is one that has no race of its own.
 */
package org.asterism.drill.wire;
