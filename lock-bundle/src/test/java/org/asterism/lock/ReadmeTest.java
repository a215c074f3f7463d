package org.asterism.lock;

import org.asterism.testing.contract.PidTableContract;

class ReadmeTest extends PidTableContract {}
