package org.asterism.bench.member;

/** A remote service that a benchmark offers. */
public interface Echo {

    byte[] echo(byte[] payload);
}
