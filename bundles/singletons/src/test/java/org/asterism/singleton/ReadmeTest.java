package org.asterism.singleton;

import org.asterism.testing.contract.PidTableContract;

class ReadmeTest extends PidTableContract {}
