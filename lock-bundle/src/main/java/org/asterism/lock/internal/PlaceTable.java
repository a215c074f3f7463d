package org.asterism.lock.internal;

/** All places but the root, by parent and part. */
final class PlaceTable extends OpenTable<Place> {

    @Override
    int hash(Place place) {
        return place.hash;
    }

    /** Null if there is none. */
    Place find(Area parent, String part, int below) {
        int hash = Place.hash(parent, part, below);
        for (int i = start(hash); ; i = after(i)) {
            Place place = at(i);
            if (place == null
                    || (place.hash == hash
                            && place.parent == parent
                            && place.below() == below
                            && place.part.equals(part))) {
                return place;
            }
        }
    }
}
