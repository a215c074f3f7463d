/** The directory itself: what lies in it, what was deployed from it, and what is written beside a file that failed. */
package org.asterism.deploying.internal.files;
