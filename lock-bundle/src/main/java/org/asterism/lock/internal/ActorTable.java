package org.asterism.lock.internal;

/** The sessions and parties of one owner, as long as they hold or wait for something. */
final class ActorTable extends OpenTable<Actor> {

    @Override
    int hash(Actor actor) {
        return mix(actor.name().hashCode());
    }

    /** Whether there is one of this name. */
    boolean has(String name) {
        for (int i = start(mix(name.hashCode())); at(i) != null; i = after(i)) {
            if (at(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The one object for this name. */
    Actor of(OwnerBook book, String name) {
        for (int i = start(mix(name.hashCode())); ; i = after(i)) {
            Actor actor = at(i);
            if (actor == null) {
                Actor fresh = new Actor(book, name);
                add(fresh);
                return fresh;
            } else if (actor.name().equals(name)) {
                return actor;
            }
        }
    }
}
