/** The process of the hub as a benchmark sees it: its memory, its end and its beginning. */
package org.asterism.bench.hub;
