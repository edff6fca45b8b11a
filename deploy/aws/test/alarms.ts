import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { configuration, figures, namespace } from '../lib/collector';
import { medium, small } from './samples';

const rules = readFileSync(join(__dirname, '../../monitoring/rules/joonbi.yml'), 'utf8');
const alarms = () => small.resources('api', 'AWS::CloudWatch::Alarm').map(alarm => alarm.Properties);

test('every alarm tells somebody, in Korean, also when it is over', () => {
  assert.ok(alarms().length >= 15);
  assert.deepEqual(alarms().filter(alarm => !alarm.AlarmActions?.length || !alarm.OKActions?.length || !/[가-힣]/.test(alarm.AlarmDescription)), []);
  assert.deepEqual(medium.resources('api', 'AWS::SNS::Subscription').map(subscription => subscription.Properties.Endpoint), ['ops@joonbi.test']);
});

test('a figure of the program is one that it exposes', () => {
  // The rules are held against the running service by Joonbi.Tests.
  assert.deepEqual(figures.filter(name => !new RegExp(`\\b${name}\\b`).test(rules)), []);
  const watched = alarms().filter(alarm => alarm.Namespace === namespace).map(alarm => alarm.MetricName);
  assert.deepEqual(watched.sort(), [...figures].sort());
});

test('what the collector sends on is what the alarms look for', () => {
  const sent = configuration();
  const alarm = alarms().find(found => found.MetricName === 'outbox_failed');
  assert.deepEqual(alarm.Dimensions, [{ Name: 'service', Value: 'joonbi-api' }]);
  assert.deepEqual(sent.exporters.awsemf.metric_declarations[0]!.dimensions, [['service']]);
  assert.equal(sent.exporters.awsemf.namespace, alarm.Namespace);
  assert.deepEqual(JSON.parse(small.container('api', 'collector').Environment[0].Value), sent);
});

test('an alarm that the home server knows as well has the same name', () => {
  const shared = alarms().filter(alarm => alarm.Namespace === namespace).map(alarm => alarm.AlarmName.replace('joonbi-', ''));
  assert.deepEqual(shared.filter(name => !rules.includes(`alert: ${name}\n`)), []);
});
