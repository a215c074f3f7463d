package org.asterism.deployment;

import java.time.Instant;
import org.asterism.cluster.MemberId;

/**
 * One difference between what is wanted and what is.
 *
 * @param name of the deployment, or of the bundle, feature or PID that is extra
 * @param wanted the version; empty if none is
 * @param found the version; empty if there is none
 * @param reason what a person should know, such as the requirement that is not met
 * @param remedy a command that ends the difference; empty if there is none
 * @param since when the node saw it first
 */
public record Drift(
        MemberId node,
        DriftKind kind,
        String name,
        String wanted,
        String found,
        String reason,
        String remedy,
        Instant since) {}
