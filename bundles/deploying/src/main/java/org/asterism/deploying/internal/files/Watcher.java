package org.asterism.deploying.internal.files;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.asterism.deploying.internal.Deployed;
import org.asterism.deploying.internal.DropAction;
import org.asterism.deploying.internal.DropFolder;
import org.asterism.deployment.DeploymentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the {@link DropFolder} wants, one file after the other, and says beside a file why it failed. For one thread. */
public final class Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final Directory directory;
    private final DeployedFiles remembered;
    private final Drop drop;
    private final Duration retry;
    private final DropFolder folder;

    /** @throws IOException if what was deployed in a former life cannot be read */
    public Watcher(Directory directory, DeployedFiles remembered, Drop drop, Duration quiet, Duration retry)
            throws IOException {
        this.directory = directory;
        this.remembered = remembered;
        this.drop = drop;
        this.retry = retry;
        this.folder = new DropFolder(quiet, remembered.read());
    }

    /** Looks once; returns when all that is to be done is done. */
    public void look(Duration now) throws IOException, InterruptedException {
        for (DropAction action : folder.look(directory.files(), now)) {
            if (action instanceof DropAction.Deploy deploy) {
                deploy(deploy, now);
            } else if (action instanceof DropAction.Undeploy undeploy) {
                undeploy(undeploy);
            }
        }
    }

    private void deploy(DropAction.Deploy action, Duration now) throws IOException, InterruptedException {
        String file = action.file();
        try {
            directory.requireWhole(file);
            LOG.info("{} is being deployed", file);
            deployed(action, drop.deploy(directory.path().resolve(file), action.state(), before(file)));
        } catch (DeploymentException | IOException | RuntimeException e) {
            LOG.debug("{} is not deployed", file, e);
            failed(action, String.valueOf(e.getMessage()), Optional.of(now.plus(retry)));
        }
    }

    private Optional<Deployed> before(String file) {
        return Optional.ofNullable(folder.deployed().get(file));
    }

    private void deployed(DropAction.Deploy action, Dropped dropped) throws IOException {
        folder.deployed(action.file(), dropped.deployed());
        remembered.write(folder.deployed());
        if (dropped.failure().isPresent()) {
            failed(action, dropped.failure().get(), Optional.empty());
            return;
        }
        directory.succeeded(action.file());
        LOG.info("{} is deployed as {}", action.file(), dropped.deployed().key());
    }

    private void failed(DropAction.Deploy action, String reason, Optional<Duration> again) throws IOException {
        folder.failed(action.file(), action.state(), again);
        LOG.warn("{} is not deployed: {}", action.file(), reason);
        directory.failed(action.file(), reason);
    }

    /** What cannot be taken away now is tried again at the next look. */
    private void undeploy(DropAction.Undeploy action) throws IOException, InterruptedException {
        String file = action.file();
        try {
            Optional<String> failure = drop.undeploy(action.deployed());
            LOG.info(
                    "{} is gone, {} is undeployed{}",
                    file,
                    action.deployed().key(),
                    failure.map(why -> ", but " + why).orElse(""));
        } catch (DeploymentException | RuntimeException e) {
            LOG.warn("{} is gone, but cannot be undeployed now: {}", file, e.getMessage());
            LOG.debug("{} cannot be undeployed", file, e);
            return;
        }
        folder.undeployed(file);
        remembered.write(folder.deployed());
        directory.succeeded(file);
    }
}
