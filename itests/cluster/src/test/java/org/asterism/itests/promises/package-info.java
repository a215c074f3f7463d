/** Each class is a promise to the user, kept by real processes. The README says which promise is proved where. */
package org.asterism.itests.promises;
