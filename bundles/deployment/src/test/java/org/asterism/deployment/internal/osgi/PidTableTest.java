package org.asterism.deployment.internal.osgi;

import org.asterism.testing.contract.PidTableContract;

class PidTableTest extends PidTableContract {}
