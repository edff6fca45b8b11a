import assert from 'node:assert/strict';
import { test } from 'node:test';
import { large, medium, small } from './samples';

const group = (id: RegExp) => {
  const found = Object.entries(small.template('network').findResources('AWS::EC2::SecurityGroup')).find(([name]) => id.test(name));
  return { name: found![0], inline: (found![1] as any).Properties.SecurityGroupIngress ?? [] };
};

const into = (id: RegExp) => {
  const { name, inline } = group(id);
  const apart = small.resources('network', 'AWS::EC2::SecurityGroupIngress').map(rule => rule.Properties).filter(rule => JSON.stringify(rule.GroupId).includes(name));
  return [...inline, ...apart].map(rule => ({ port: rule.FromPort, to: rule.ToPort, from: rule.SourcePrefixListId ?? JSON.stringify(rule.SourceSecurityGroupId ?? rule.CidrIp) }));
};

test('the load balancer hears CloudFront, the tasks hear the load balancer, the database hears the tasks; nobody else is heard', () => {
  const [balancer, tasks, database] = [into(/^Balancer/), into(/^Tasks/), into(/^Database/)];
  assert.deepEqual(balancer, [{ port: 443, to: 443, from: 'pl-22a6434b' }]);
  assert.deepEqual(tasks.map(rule => rule.port), [4000]);
  assert.match(tasks[0]!.from, /Balancer/);
  assert.deepEqual(database.map(rule => rule.port), [5432]);
  assert.match(database[0]!.from, /Tasks/);
});

test('no group lets in the world', () => {
  for (const synthesis of [small, medium, large]) {
    const texts = ['network', 'data', 'api'].flatMap(stack => [...synthesis.resources(stack as 'network', 'AWS::EC2::SecurityGroup'), ...synthesis.resources(stack as 'network', 'AWS::EC2::SecurityGroupIngress')])
      .map(found => JSON.stringify(found.Properties.SecurityGroupIngress ?? (found.Type.endsWith('Ingress') ? found.Properties : [])));
    assert.ok(texts.length >= 3);
    assert.deepEqual(texts.filter(text => /0\.0\.0\.0\/0|::\/0/.test(text)), []);
  }
});

test('from the subnets of the database no way leads out', () => {
  const routes = Object.entries(small.template('network').findResources('AWS::EC2::Route')).map(([name]) => name);
  assert.equal(routes.length, 2);
  assert.deepEqual(routes.filter(name => /database/i.test(name)), []);
});

test('tasks reach the vendors: by addresses of their own, or by NAT', () => {
  const assigned = [small, medium, large].map(synthesis => synthesis.one('api', 'AWS::ECS::Service').NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp);
  const gateways = [small, medium, large].map(synthesis => synthesis.resources('network', 'AWS::EC2::NatGateway').length);
  assert.deepEqual([assigned, gateways], [['ENABLED', 'DISABLED', 'DISABLED'], [0, 1, 2]]);
});

test('everything stands in two zones', () => {
  for (const synthesis of [small, large]) {
    const zones = synthesis.resources('network', 'AWS::EC2::Subnet').map(subnet => subnet.Properties.AvailabilityZone);
    assert.deepEqual([...new Set(zones)].sort(), ['ap-northeast-2a', 'ap-northeast-2c']);
  }
});
