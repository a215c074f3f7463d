/**
 * Documents as JSON. The main class is {@link org.asterism.shell.internal.json.JsonText}.
 */
package org.asterism.shell.internal.json;
