/** Registers the services of a member. The main class is {@link org.asterism.client.internal.osgi.MemberComponent}. */
package org.asterism.client.internal.osgi;
