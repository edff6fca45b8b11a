import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes } from '../lib/sizes';
import { large, small } from './samples';

test('the database is encrypted, backed up, kept, and speaks TLS only', () => {
  for (const [synthesis, days, twice] of [[small, 7, false], [large, 35, true]] as const) {
    const database = synthesis.one('data', 'AWS::RDS::DBInstance');
    assert.deepEqual(
      [database.StorageEncrypted, database.DeletionProtection, database.PubliclyAccessible, database.BackupRetentionPeriod, database.MultiAZ, database.CopyTagsToSnapshot],
      [true, true, false, days, twice, true]);
    const parameters = synthesis.one('data', 'AWS::RDS::DBParameterGroup').Parameters;
    assert.equal(parameters['rds.force_ssl'], '1');
    assert.match(parameters.shared_preload_libraries, /pg_stat_statements/);
  }
});

test('deleting the stack deletes nothing that matters', () => {
  const policies = ['AWS::RDS::DBInstance', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret'].flatMap(type => small.resources('data', type)
    .filter(found => found.Properties.Name !== 'joonbi/db/admin').map(found => found.DeletionPolicy));
  assert.ok(policies.length > 10);
  assert.deepEqual(policies.filter(policy => policy !== 'Retain' && policy !== 'Snapshot'), []);
});

test('the files are private, versioned, and half an upload is forgotten', () => {
  const buckets = small.resources('data', 'AWS::S3::Bucket').map(bucket => bucket.Properties);
  const files = buckets.find(bucket => bucket.CorsConfiguration);
  assert.deepEqual(files.PublicAccessBlockConfiguration, { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
  assert.equal(files.VersioningConfiguration.Status, 'Enabled');
  assert.ok(files.BucketEncryption);
  assert.deepEqual(files.LifecycleConfiguration.Rules.map((rule: any) => rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation).filter(Boolean), [1]);
  assert.deepEqual(files.CorsConfiguration.CorsRules[0].AllowedOrigins, ['https://joonbi.co.kr']);
});

test('no bucket answers without TLS, none is public', () => {
  for (const stack of ['data', 'api', 'web'] as const) {
    const buckets = small.resources(stack, 'AWS::S3::Bucket');
    const refusals = small.resources(stack, 'AWS::S3::BucketPolicy').filter(policy => policy.Properties.PolicyDocument.Statement
      .some((statement: any) => statement.Effect === 'Deny' && statement.Condition?.Bool?.['aws:SecureTransport'] === 'false'));
    assert.equal(refusals.length, buckets.length, stack);
    assert.ok(buckets.every(bucket => bucket.Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets), stack);
  }
});

test('every task at once, while a new version rolls out, finds a connection', () => {
  for (const [name, { api, database }] of Object.entries(sizes)) {
    // Besides its pool, a task listens on two connections.
    const wanted = 2 * api.max * (database.perTask + 2);
    assert.ok(wanted <= database.connections, `${name}: ${wanted} of ${database.connections}`);
  }
});
