package org.asterism.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.bench.hub.HubProcess;
import org.asterism.bench.hub.HubRestart;
import org.asterism.bench.member.BenchMembers;
import org.asterism.bench.member.Ids;

/**
 * What the benchmarks share.
 *
 * @param members makes members in this process
 * @param cluster from which a child process makes its members
 * @param ids for the members of this run
 * @param only measure only what contains this in its name
 * @param count how many members {@code members} has
 * @param held how many locks are held in {@code locks}, or as many as the lock server allows
 * @param hub its process, if it is known
 * @param restart how to restart it, if that is wanted
 */
record BenchSetup(
        BenchMembers members,
        List<String> cluster,
        Ids ids,
        int threads,
        Duration warmup,
        Duration time,
        String only,
        int count,
        int held,
        Optional<HubProcess> hub,
        Optional<HubRestart> restart) {}
