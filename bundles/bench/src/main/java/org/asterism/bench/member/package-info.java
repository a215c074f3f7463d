/** What benchmarks see of a cluster: {@link org.asterism.bench.member.BenchMember}s that join it. */
package org.asterism.bench.member;
