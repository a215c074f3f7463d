/**
 * Plain-Java members that tell each other numbers all the time, and keep account of what they have sent and heard. The main
 * class is {@link org.asterism.itests.talk.Talkers}.
 */
package org.asterism.itests.talk;
