package org.asterism.deploying;

import org.asterism.testing.contract.PidTableContract;

class ReadmeTest extends PidTableContract {}
