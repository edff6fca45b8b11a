import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from 'aws-cdk-lib';
import { choices } from '../lib/choices';
import { large, medium, small } from './samples';

for (const [name, synthesis] of Object.entries({ small, medium, large })) {
  test(`cdk-nag finds nothing that is not judged (${name})`, () => {
    const findings = synthesis.findings();
    assert.ok(findings.filter(finding => finding.verdict === 'Compliant').length > 50);
    assert.deepEqual(findings.filter(finding => !['Compliant', 'Suppressed', 'N/A'].includes(finding.verdict)), []);
  });
}

test('what is judged is still found', () => {
  const found = new Set([small, medium, large].flatMap(synthesis => synthesis.findings()).filter(finding => finding.verdict === 'Suppressed').map(finding => finding.rule));
  const judged = new Set([small, medium, large].flatMap(synthesis => Object.values(synthesis.all).flatMap((part: any) => (part.node ? suppressions(part.node.findAll()) : []))));
  assert.deepEqual([...judged].sort(), [...found].sort());
});

function suppressions(nodes: any[]): string[] {
  return nodes.flatMap(node => node.getMetadata?.('cdk_nag')?.rules_to_suppress ?? node.cfnOptions?.metadata?.cdk_nag?.rules_to_suppress ?? []).map((rule: any) => rule.id);
}

test('a choice that there is none of is refused', () => {
  const refused = (context: Record<string, string>) => () => choices(new App({ context: { size: 'small', domain: 'joonbi.co.kr', architecture: 'arm64', portone: 'v2', ...context } }).node);
  const wrong: Record<string, string>[] = [{ size: 'huge' }, { architecture: 'm68k' }, { portone: 'v3' }, { domain: 'joonbi' }, { home: 'home' }, { imageTag: 'a b' }];
  for (const context of wrong) {
    assert.throws(refused(context), /하나여야|올바르지/);
  }
});

test('every stack is protected and lies in Seoul, but for what CloudFront wants elsewhere', () => {
  const stacks = Object.values(small.all).filter((part: any) => part.stackName) as any[];
  assert.equal(stacks.length, 7);
  assert.ok(stacks.every(stack => stack.terminationProtection));
  assert.deepEqual(stacks.filter(stack => stack.region !== 'ap-northeast-2').map(stack => stack.stackName), ['JoonbiEdge']);
});
