import { CfnOutput, Fn, Stack, StackProps } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Choices } from './choices';
import { Construct } from 'constructs';
import { Data } from './data';
import { Network } from './network';
import { Registry } from './registry';
import { image, log, task } from './task';

/**
 * What is run once and ends, by deploy.sh: the roles on a new database, and the schema before each new version. A stack of its
 * own, so that the new image can migrate while the old one still serves.
 */
export class Migration extends Stack {
  constructor(scope: Construct, id: string, chosen: Choices, network: Network, data: Data, registry: Registry, props: StackProps) {
    super(scope, id, props);
    this.init(chosen, data);
    this.migrate(chosen, data, registry);
    new CfnOutput(this, 'Cluster', { value: network.cluster.clusterName });
    new CfnOutput(this, 'Subnets', { value: Fn.join(',', network.vpc.selectSubnets(network.taskSubnets).subnetIds) });
    new CfnOutput(this, 'SecurityGroup', { value: network.tasks.securityGroupId });
    new CfnOutput(this, 'PublicAddress', { value: network.publicTasks ? 'ENABLED' : 'DISABLED' });
  }

  private init(chosen: Choices, data: Data): void {
    const admin = data.database.secret!;
    task(this, 'Init', chosen, { cpu: 256, memory: 512 }).addContainer('init', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/postgres:16-alpine'),
      // The passwords reach psql by its own environment, never by a command line.
      command: ['sh', '-c', 'printf "%s" "$INIT_SQL" | psql -X -q -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD"'],
      environment: { INIT_SQL: readFileSync(join(__dirname, 'init.psql'), 'utf8'), PGDATABASE: 'joonbi', PGSSLMODE: 'require' },
      secrets: {
        PGHOST: ecs.Secret.fromSecretsManager(admin, 'host'),
        PGUSER: ecs.Secret.fromSecretsManager(admin, 'username'),
        PGPASSWORD: ecs.Secret.fromSecretsManager(admin, 'password'),
        OWNER_PASSWORD: ecs.Secret.fromSecretsManager(data.ownerPassword),
        APP_PASSWORD: ecs.Secret.fromSecretsManager(data.appPassword),
      },
      readonlyRootFilesystem: true,
      user: 'postgres',
      logging: log(this, 'Init', chosen),
    });
  }

  private migrate(chosen: Choices, data: Data, registry: Registry): void {
    task(this, 'Migrate', chosen, { cpu: 512, memory: 1024 }).addContainer('migrate', {
      image: image(registry.repository, chosen),
      command: ['migrate'],
      secrets: { MIGRATION_DATABASE_URL: ecs.Secret.fromSecretsManager(data.ownerUrl) },
      readonlyRootFilesystem: true,
      logging: log(this, 'Migrate', chosen),
    });
  }
}
