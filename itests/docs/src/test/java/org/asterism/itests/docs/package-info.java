/** The documentation against the code, and what comes with the distribution for those who run it. */
package org.asterism.itests.docs;
