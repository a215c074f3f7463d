/** A component that is to be active on one server node only, as a bundle. */
package org.asterism.itests.beacon;
