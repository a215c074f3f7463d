package org.asterism.servernode.spi;

/** Counts the requests that the engine of this container is about; a service while it can be told. */
public interface RequestsUnderWay {

    /** How many have begun and are not answered to the end. Any thread; never blocks. */
    int count();
}
