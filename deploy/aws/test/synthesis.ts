import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { Joonbi, joonbi } from '../lib/joonbi';

const shipped = JSON.parse(readFileSync(join(__dirname, '../cdk.json'), 'utf8')).context;

export type Resource = { Type: string; Properties: any; DeletionPolicy?: string };
export type StackName = Exclude<keyof Joonbi, 'chosen'>;

/** The whole of it, synthesised once with what an operator might choose. */
export class Synthesis {
  readonly all: Joonbi;
  private readonly templates = new Map<StackName, Template>();
  private readonly folder = mkdtempSync(join(tmpdir(), 'joonbi-aws-'));

  constructor(context: Record<string, string> = {}) {
    const app = new App({ context: { ...shipped, ...context }, outdir: this.folder });
    this.all = joonbi(app);
    app.synth();
    after(() => rmSync(this.folder, { recursive: true }));
  }

  template(name: StackName): Template {
    const known = this.templates.get(name) ?? Template.fromStack(this.all[name] as Stack);
    this.templates.set(name, known);
    return known;
  }

  resources(name: StackName, type: string): Resource[] {
    return Object.values(this.template(name).findResources(type)) as Resource[];
  }

  one(name: StackName, type: string): any {
    const found = this.resources(name, type);
    if (found.length !== 1) {
      throw new Error(`${found.length} × ${type} in ${name}`);
    }
    return found[0]!.Properties;
  }

  /** The container of that name, wherever it runs. */
  container(stack: StackName, name: string): any {
    return this.resources(stack, 'AWS::ECS::TaskDefinition').flatMap(task => task.Properties.ContainerDefinitions).find(container => container.Name === name);
  }

  /** What cdk-nag found: rule, resource, verdict and reason. */
  findings(): { rule: string; resource: string; verdict: string }[] {
    return Object.values(this.all).filter((part): part is Stack => part instanceof Stack).flatMap(stack =>
      readFileSync(join(this.folder, `AwsSolutions--${stack.stackName}-NagReport.csv`), 'utf8').trim().split('\n').slice(1).map(line => {
        const [rule, resource, verdict] = [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(match => match[1]!);
        return { rule: rule!, resource: resource!, verdict: verdict! };
      }));
  }
}
