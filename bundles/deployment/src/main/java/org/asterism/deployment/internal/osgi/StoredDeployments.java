package org.asterism.deployment.internal.osgi;

import java.util.List;
import java.util.Optional;
import org.asterism.cluster.ClusterService;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.Drift;
import org.asterism.deployment.Generation;
import org.asterism.deployment.NodeReport;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.internal.NodeAccount;
import org.asterism.deployment.internal.jdbc.NodeTable;

/** Tells what is in the database. */
public final class StoredDeployments implements DeploymentService {

    private static final int MOST = 1000;

    private final Tables tables;
    private final ClusterService cluster;

    StoredDeployments(Tables tables, ClusterService cluster) {
        this.tables = tables;
        this.cluster = cluster;
    }

    @Override
    public long newest() throws DeploymentException {
        return tables.generations().newest();
    }

    @Override
    public long stable() throws DeploymentException {
        return tables.generations().stable();
    }

    @Override
    public List<Generation> generations(int limit) throws DeploymentException {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is " + limit + ", not 1 to " + MOST);
        }
        return tables.generations().list(limit);
    }

    @Override
    public List<Deployment> deployments(long generation) throws DeploymentException {
        return tables.generations().state(generation).deployments();
    }

    @Override
    public Optional<Rollout> rollout(long generation) throws DeploymentException {
        return tables.rollouts().find(generation);
    }

    @Override
    public List<NodeReport> nodes() throws DeploymentException {
        return tables.nodes().accounts().stream().map(this::report).toList();
    }

    private NodeReport report(NodeTable.Dated dated) {
        NodeAccount said = dated.account();
        return new NodeReport(
                said.node(),
                said.generation(),
                said.working(),
                said.problem(),
                cluster.view().member(said.node()).isPresent(),
                dated.when());
    }

    @Override
    public List<Drift> drift() throws DeploymentException {
        return tables.nodes().drift();
    }
}
