package org.asterism.hub;

import org.asterism.testing.contract.PidTableContract;

class ReadmeTest extends PidTableContract {}
