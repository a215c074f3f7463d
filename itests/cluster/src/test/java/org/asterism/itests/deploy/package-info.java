/**
 * What is deployed in tests, and by whom. The main classes are {@link org.asterism.itests.deploy.Operator}, who deploys, and
 * {@link org.asterism.itests.deploy.Applications}, what there is to deploy.
 */
package org.asterism.itests.deploy;
