package org.asterism.lock.internal;

/** Who does what a command says. */
final class Commands {

    private final GraceWindow grace;
    private final LockAdmission admission;
    private final LockOwners owners;
    private final Declarations declarations;
    private final Moves moves;
    private final Adoption adoption;
    private final Tokens tokens;

    Commands(
            GraceWindow grace,
            LockAdmission admission,
            LockOwners owners,
            Declarations declarations,
            Moves moves,
            Adoption adoption,
            Tokens tokens) {
        this.grace = grace;
        this.admission = admission;
        this.owners = owners;
        this.declarations = declarations;
        this.moves = moves;
        this.adoption = adoption;
        this.tokens = tokens;
    }

    void change(LockCommand command, long now) {
        if (command instanceof LockCommand.Acquire acquire) {
            admission.acquire(acquire, now);
        } else if (command instanceof LockCommand.Release release) {
            owners.release(release.ticket(), now);
        } else if (command instanceof LockCommand.Promote promote) {
            admission.promote(promote, now);
        } else if (command instanceof LockCommand.Renew renew) {
            owners.renew(renew, now);
        } else if (command instanceof LockCommand.Force force) {
            owners.force(force, now);
        } else if (!move(command, now)) {
            changeMembers(command, now);
        }
    }

    private void changeMembers(LockCommand command, long now) {
        if (command instanceof LockCommand.Declare declare) {
            declarations.declare(declare, now);
        } else if (command instanceof LockCommand.Died died) {
            owners.died(died.owner(), died.cause(), now);
        } else if (command instanceof LockCommand.Disconnected disconnected) {
            owners.disconnected(disconnected.owner());
        } else if (command instanceof LockCommand.Present present) {
            owners.present(present.owners(), now);
        } else if (command instanceof LockCommand.Settled settled) {
            grace.settled(settled.complete());
        } else if (command instanceof LockCommand.Epoch epoch) {
            tokens.epoch(epoch.epoch());
        }
    }

    /** False if it is none about a session that moves. */
    private boolean move(LockCommand command, long now) {
        if (command instanceof LockCommand.Fetch fetch) {
            moves.fetch(fetch, now);
        } else if (command instanceof LockCommand.Yielded yielded) {
            moves.yielded(yielded, now);
        } else if (command instanceof LockCommand.Adopt adopt) {
            adoption.adopt(adopt, now);
        } else if (command instanceof LockCommand.Discard discard) {
            moves.discard(discard, now);
        } else {
            return false;
        }
        return true;
    }
}
