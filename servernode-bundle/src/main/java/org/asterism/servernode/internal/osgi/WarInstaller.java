package org.asterism.servernode.internal.osgi;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.asterism.servernode.internal.war.PlainWar;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.url.URLStreamHandlerService;

/** Makes bundles of plain web applications in {@code deploy/}, where there is an engine for them; before Pax Web's own deployer. */
@Component(
        service = ArtifactUrlTransformer.class,
        reference =
                @Reference(
                        name = "webbundle",
                        service = URLStreamHandlerService.class,
                        target = "(url.handler.protocol=webbundle)"))
@ServiceRanking(100)
public final class WarInstaller implements ArtifactUrlTransformer {

    @Override
    public boolean canHandle(File file) {
        return PlainWar.is(file);
    }

    @Override
    public URL transform(URL file) throws MalformedURLException {
        String name = new File(file.getPath()).getName();
        return new URL("webbundle", null, file + "?" + PlainWar.named(name).parameters());
    }
}
