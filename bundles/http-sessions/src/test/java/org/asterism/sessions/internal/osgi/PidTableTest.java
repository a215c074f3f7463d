package org.asterism.sessions.internal.osgi;

import org.asterism.testing.contract.PidTableContract;

class PidTableTest extends PidTableContract {}
