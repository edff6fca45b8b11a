import { App, Aspects, Tags } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Api } from './api';
import { Choices, choices, region } from './choices';
import { Data } from './data';
import { Edge } from './edge';
import { Migration } from './migration';
import { Network } from './network';
import { judge } from './judged';
import { Registry } from './registry';
import { Web } from './web';

/** All of it, in the order in which it is first deployed. */
export interface Joonbi {
  readonly chosen: Choices;
  readonly edge: Edge;
  readonly registry: Registry;
  readonly network: Network;
  readonly data: Data;
  readonly migration: Migration;
  readonly api: Api;
  readonly web: Web;
}

export function joonbi(app: App): Joonbi {
  const chosen = choices(app.node);
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const seoul = { env: { account, region }, crossRegionReferences: true, terminationProtection: true };
  const edge = new Edge(app, 'JoonbiEdge', chosen, { ...seoul, env: { account, region: 'us-east-1' } });
  const registry = new Registry(app, 'JoonbiRegistry', seoul);
  const network = new Network(app, 'JoonbiNetwork', chosen, seoul);
  const data = new Data(app, 'JoonbiData', chosen, network, seoul);
  const migration = new Migration(app, 'JoonbiMigration', chosen, network, data, registry, seoul);
  const api = new Api(app, 'JoonbiApi', chosen, network, data, registry, edge.zone, seoul);
  const web = new Web(app, 'JoonbiWeb', chosen, edge, data, api, seoul);
  api.addStackDependency(migration);
  const all = { chosen, edge, registry, network, data, migration, api, web };
  Tags.of(app).add('project', 'joonbi');
  judge(all);
  Aspects.of(app).add(new AwsSolutionsChecks({ verbose: true }));
  return all;
}
