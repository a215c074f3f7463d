package org.asterism.servernode.internal.osgi;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.asterism.servernode.internal.war.PlainWar;

/** Makes bundles of plain web applications in {@code deploy/}. */
final class WarInstaller implements ArtifactUrlTransformer {

    static final String PROTOCOL = "webbundle";

    @Override
    public boolean canHandle(File file) {
        return PlainWar.is(file);
    }

    @Override
    public URL transform(URL file) throws MalformedURLException {
        String name = new File(file.getPath()).getName();
        return new URL(PROTOCOL, null, file + "?" + PlainWar.named(name).parameters());
    }
}
