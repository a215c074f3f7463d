package org.asterism.launcher.command;

import org.asterism.launcher.cluster.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a NAME. */
final class TargetConverter implements ITypeConverter<Target> {

    @Override
    public Target convert(String value) {
        try {
            return Target.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
