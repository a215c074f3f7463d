/** Bases of test doubles of the lock service, for tests that need a part of it only. */
package org.asterism.testing.lock;
