import { NagPackSuppression, NagSuppressions } from 'cdk-nag';
import { Stack } from 'aws-cdk-lib';
import type { Joonbi } from './joonbi';

/**
 * Each rule of AwsSolutions that we do not follow: where, and why. A finding that stands nowhere here fails the synthesis; one
 * that stands here and is found no longer fails the tests.
 */
export function judge({ chosen, data, migration, api, web }: Joonbi): void {
  const judged = (stack: Stack, path: string, ...because: NagPackSuppression[]) =>
    NagSuppressions.addResourceSuppressionsByPath(stack, `/${stack.stackName}/${path}`, because);

  for (const path of ['Postgres/Secret/Resource', 'AppPassword/Resource', 'OwnerPassword/Resource', 'AppUrl/Resource', 'OwnerUrl/Resource', 'JWT_SECRET/Resource',
    'JWT_REFRESH_SECRET/Resource', 'ENCRYPTION_KEY/Resource', 'INTERNAL_API_KEY/Resource', 'OriginKey/Resource', 'Vendors/Resource']) {
    judged(data, path, {
      id: 'AwsSolutions-SMG4',
      reason: 'A running task reads a secret once, at its start: one that changed by itself would break the service. README.md says how each is changed, without a pause.',
    });
  }
  judged(data, 'Postgres/Resource', {
    id: 'AwsSolutions-RDS11',
    reason: 'Another port hides nothing: the subnets have no way to the internet and the security group lets in the tasks alone.',
  }, ...(chosen.size.database.multiAz ? [] : [{
    id: 'AwsSolutions-RDS3',
    reason: 'The small size is one instance, by choice of its price; backups reach back to five minutes ago. The larger sizes have two.',
  }]));
  judged(api, 'BalancerLog/Resource', { id: 'AwsSolutions-S1', reason: 'It is the log; a log of the log would only grow.' });
  judged(api, 'Api/TaskRole/DefaultPolicy/Resource', {
    id: 'AwsSolutions-IAM5',
    reason: 'Every object of the one bucket of files: their keys are made by the program and unguessable.',
    appliesTo: [{ regex: '/^Resource::.*Uploads.*\\/\\*$/' }],
  });
  for (const [stack, path] of [[api, 'Api/ExecutionRole/DefaultPolicy/Resource'], [migration, 'Migrate/ExecutionRole/DefaultPolicy/Resource']] as const) {
    judged(stack, path, {
      id: 'AwsSolutions-IAM5',
      reason: 'ecr:GetAuthorizationToken knows no resource.',
      appliesTo: ['Resource::*'],
    });
  }
  judged(api, 'Api/Resource', { id: 'AwsSolutions-ECS2', reason: 'Addresses, names and limits are no secrets. Everything secret comes from Secrets Manager; a test holds the two lists apart.' });
  judged(migration, 'Init/Resource', { id: 'AwsSolutions-ECS2', reason: 'The SQL to be run, and that TLS is wanted. The passwords come from Secrets Manager.' });
  judged(web, 'Distribution/Resource', {
    id: 'AwsSolutions-CFR1',
    reason: 'A studio for Korean customers abroad as well: closing countries would close them, and stops nobody who means harm.',
  }, ...(chosen.size.waf ? [] : [{
    id: 'AwsSolutions-CFR2',
    reason: 'The small size has no firewall, by choice of its price: the program slows callers down itself. The larger sizes have one.',
  }]));
}
