package org.asterism.monitor.internal.osgi;

import org.asterism.testing.contract.PidTableContract;

class PidTableTest extends PidTableContract {}
