import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { large, medium, small } from './samples';

const attributes = (properties: any, key: string) => Object.fromEntries(properties[key].map(({ Key, Value }: any) => [Key, Value]));

test('there are always two, and a version that does not come up is taken back', () => {
  const service = small.one('api', 'AWS::ECS::Service');
  assert.equal(service.DesiredCount, 2);
  const { DeploymentCircuitBreaker: breaker, MinimumHealthyPercent: least } = service.DeploymentConfiguration;
  assert.deepEqual([breaker, least], [{ Enable: true, Rollback: true }, 100]);
  const scaling = [small, medium, large].map(synthesis => synthesis.one('api', 'AWS::ApplicationAutoScaling::ScalableTarget'));
  assert.deepEqual(scaling.map(target => [target.MinCapacity, target.MaxCapacity]), [[2, 4], [2, 6], [3, 12]]);
  assert.equal(small.resources('api', 'AWS::ApplicationAutoScaling::ScalingPolicy').length, 2);
});

test('the image is the one that was chosen, for the architecture that was chosen', () => {
  const tasks = (synthesis: typeof small) => [...synthesis.resources('api', 'AWS::ECS::TaskDefinition'), ...synthesis.resources('migration', 'AWS::ECS::TaskDefinition')];
  assert.deepEqual([...new Set(tasks(small).map(task => task.Properties.RuntimePlatform.CpuArchitecture))], ['ARM64']);
  assert.deepEqual([...new Set(tasks(medium).map(task => task.Properties.RuntimePlatform.CpuArchitecture))], ['X86_64']);
  for (const [stack, name] of [['api', 'api'], ['migration', 'migrate']] as const) {
    assert.match(JSON.stringify(medium.container(stack, name).Image), /:abc123"/);
  }
});

test('a task asks itself how it is as the image does', () => {
  const dockerfile = readFileSync(join(__dirname, '../../api/Dockerfile'), 'utf8');
  assert.deepEqual(small.container('api', 'api').HealthCheck.Command, ['CMD', ...JSON.parse(/^HEALTHCHECK .* CMD (\[.*\])$/m.exec(dockerfile)![1]!)]);
});

test('no container writes to its disk or runs as root', () => {
  const containers = [['api', 'api'], ['api', 'collector'], ['migration', 'migrate'], ['migration', 'init']] as const;
  assert.deepEqual(containers.filter(([stack, name]) => small.container(stack, name).ReadonlyRootFilesystem !== true), []);
  assert.equal(small.container('migration', 'init').User, 'postgres');
});

test('a stopping task outlasts its own farewell, and leaves the load balancer first', () => {
  const container = small.container('api', 'api');
  const delay = Number(/^(\d+)s$/.exec(container.Environment.find((variable: any) => variable.Name === 'SHUTDOWN_DELAY').Value)![1]);
  const target = small.one('api', 'AWS::ElasticLoadBalancingV2::TargetGroup');
  assert.ok(container.StopTimeout >= delay + 30);
  assert.equal(target.HealthCheckPath, '/api/health/ready');
  // Unready at the signal, unhealthy for the load balancer before connections are refused.
  assert.ok(target.HealthCheckIntervalSeconds * target.UnhealthyThresholdCount <= delay);
});

test('whoever does not come from CloudFront is sent away', () => {
  const listener = small.one('api', 'AWS::ElasticLoadBalancingV2::Listener');
  const rule = small.one('api', 'AWS::ElasticLoadBalancingV2::ListenerRule');
  assert.equal(listener.DefaultActions[0].FixedResponseConfig.StatusCode, '403');
  assert.match(listener.SslPolicy, /TLS13/);
  assert.equal(rule.Conditions[0].HttpHeaderConfig.HttpHeaderName, 'x-joonbi-origin');
  assert.match(JSON.stringify(rule.Conditions[0].HttpHeaderConfig.Values), /resolve:secretsmanager/);
});

test('the address of the caller is the one that CloudFront saw', () => {
  const balancer = attributes(small.one('api', 'AWS::ElasticLoadBalancingV2::LoadBalancer'), 'LoadBalancerAttributes');
  assert.equal(balancer['routing.http.xff_header_processing.mode'], 'preserve');
  assert.equal(small.container('api', 'api').Environment.find((variable: any) => variable.Name === 'TRUSTED_PROXIES').Value, small.one('network', 'AWS::EC2::VPC').CidrBlock);
});

test('each keeps its connection longer than whoever calls it', () => {
  const balancer = Number(attributes(small.one('api', 'AWS::ElasticLoadBalancingV2::LoadBalancer'), 'LoadBalancerAttributes')['idle_timeout.timeout_seconds']);
  const origin = small.one('web', 'AWS::CloudFront::Distribution').DistributionConfig.Origins.find((found: any) => found.CustomOriginConfig).CustomOriginConfig;
  const kestrel = 130;
  assert.ok(origin.OriginKeepaliveTimeout < balancer && balancer < kestrel);
});

test('a task may touch its files and its figures, and nothing else', () => {
  const policies = small.resources('api', 'AWS::IAM::Policy').find(policy => JSON.stringify(policy.Properties.Roles).includes('TaskRole'))!;
  const actions = policies.Properties.PolicyDocument.Statement.flatMap((statement: any) => [statement.Action].flat()) as string[];
  assert.deepEqual([...new Set(actions.map(action => action.split(':')[0]))].sort(), ['logs', 's3']);
  assert.ok(actions.every(action => !action.includes('*')), actions.join());
});
