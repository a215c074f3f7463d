/** The adapter to Declarative Services. */
package org.asterism.singleton.internal.osgi;
