package org.asterism.launcher.doctor;

/**
 * What one check has found.
 *
 * @param check its name
 * @param result how good that is
 * @param found what there is
 * @param advice what to do; empty if there is nothing to do
 */
public record Finding(String check, Result result, String found, String advice) {

    /** How good it is. The words are a contract with programs that read the JSON. */
    public enum Result {
        /** As it should be. */
        OK,
        /** It could not be looked at, and need not. */
        SKIPPED,
        /** It works, but not for long or not well. */
        WARNING,
        /** Something does not start or does not work. */
        PROBLEM
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Result.OK, found, "");
    }

    static Finding skipped(String check, String why) {
        return new Finding(check, Result.SKIPPED, why, "");
    }

    static Finding warning(String check, String found, String advice) {
        return new Finding(check, Result.WARNING, found, advice);
    }

    static Finding problem(String check, String found, String advice) {
        return new Finding(check, Result.PROBLEM, found, advice);
    }
}
