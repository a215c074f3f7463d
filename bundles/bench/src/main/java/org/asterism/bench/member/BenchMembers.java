package org.asterism.bench.member;

import org.asterism.bench.BenchException;

/** Makes members of one cluster. */
@FunctionalInterface
public interface BenchMembers {

    /**
     * Joins the cluster; returns when the member is in it.
     *
     * @param id unique in the cluster
     */
    BenchMember join(String id) throws BenchException, InterruptedException;
}
