package org.asterism.persistence.internal.osgi;

import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.asterism.lock.Fence;
import org.asterism.persistence.MigratedSchema;
import org.asterism.persistence.internal.FenceSettings;
import org.asterism.persistence.internal.jdbc.FenceSweep;
import org.asterism.persistence.internal.jdbc.FenceTable;
import org.asterism.persistence.internal.jta.JtaFence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The fence, as soon as its tables are there. */
@Component(service = Fence.class, immediate = true, configurationPid = "org.asterism.fence")
@Designate(ocd = FenceConfig.class)
public final class FenceComponent extends JtaFence {

    private static final int PAGE = 500;

    private final SweepTask sweep;

    @Activate
    @SuppressWarnings("unused") // the tables are there when the schema is
    public FenceComponent(
            @Reference(target = "(osgi.jndi.service.name=asterism)") DataSource dataSource,
            @Reference(target = "(" + MigratedSchema.SCHEMA + "=" + FenceMigrations.SCHEMA + ")") MigratedSchema schema,
            @Reference TransactionSynchronizationRegistry transactions,
            FenceConfig config) {
        this(dataSource, transactions, FenceConfig.Reader.read(config));
    }

    private FenceComponent(
            DataSource dataSource, TransactionSynchronizationRegistry transactions, FenceSettings settings) {
        super(dataSource, transactions, new FenceTable(settings.patience()));
        sweep = new SweepTask(new FenceSweep(dataSource, settings.rowAge(), PAGE), settings.sweepPeriod());
    }

    @Deactivate
    void deactivate() {
        sweep.close();
    }
}
