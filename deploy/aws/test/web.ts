import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parse, pageHeaders } from '../lib/headers';
import { pages, viewerRequest } from '../lib/paths';
import { large, medium, small } from './samples';

const distribution = (synthesis = small) => synthesis.one('web', 'AWS::CloudFront::Distribution').DistributionConfig;

/** What a policy makes CloudFront say, as name and value. */
function said(id: RegExp): Map<string, string> {
  const [, found] = Object.entries(small.template('web').findResources('AWS::CloudFront::ResponseHeadersPolicy')).find(([name]) => id.test(name))!;
  const { SecurityHeadersConfig: known = {}, CustomHeadersConfig: custom = { Items: [] } } = (found as any).Properties.ResponseHeadersPolicyConfig;
  const transport = known.StrictTransportSecurity;
  const all: [string, string | undefined][] = [
    ['content-security-policy', known.ContentSecurityPolicy?.ContentSecurityPolicy],
    ['referrer-policy', known.ReferrerPolicy?.ReferrerPolicy],
    ['x-frame-options', known.FrameOptions?.FrameOption],
    ['x-content-type-options', known.ContentTypeOptions && 'nosniff'],
    ['strict-transport-security', transport && `max-age=${transport.AccessControlMaxAgeSec}${transport.IncludeSubdomains ? '; includeSubDomains' : ''}${transport.Preload ? '; preload' : ''}`],
    ...custom.Items.map((item: any): [string, string] => [item.Header, item.Value]),
  ];
  return new Map(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

test('a page has the headers that nginx sends, to the letter', () => {
  assert.deepEqual(said(/^PageHeaders/), new Map([...pageHeaders()].sort(([a], [b]) => [...said(/^PageHeaders/).keys()].indexOf(a) - [...said(/^PageHeaders/).keys()].indexOf(b))));
  assert.ok(pageHeaders().size >= 6);
  assert.doesNotMatch(pageHeaders().get('content-security-policy')!, /unsafe-inline/);
});

test('a line of the snippet that we cannot read stops us', () => {
  assert.throws(() => parse('add_header X-Test $variable;'), /읽을 수 없는/);
  assert.throws(() => parse('more_set_headers "X: y";'), /읽을 수 없는/);
});

test('the API passes as it is: no cache, no gathering, every header, time enough', () => {
  for (const path of ['/api/*', '/internal/*']) {
    const behaviour = distribution().CacheBehaviors.find((found: any) => found.PathPattern === path);
    assert.deepEqual(
      [behaviour.CachePolicyId, behaviour.OriginRequestPolicyId, behaviour.Compress, behaviour.ViewerProtocolPolicy, behaviour.AllowedMethods.length],
      ['4135ea2d-6df8-44a3-9df3-4b5a84be39ad', '216adef6-5c7f-47e4-b989-5492eafa07d3', false, 'https-only', 7]);
  }
  const origin = distribution().Origins.find((found: any) => found.CustomOriginConfig);
  // A stream of events says something every fifteen seconds.
  assert.equal(origin.CustomOriginConfig.OriginReadTimeout, 60);
  assert.equal(origin.CustomOriginConfig.OriginProtocolPolicy, 'https-only');
  assert.deepEqual(distribution().CustomErrorResponses, undefined, 'CloudFront would put its page in the place of a problem document');
});

test('only CloudFront reads the pages', () => {
  const origin = distribution().Origins.find((found: any) => found.S3OriginConfig);
  assert.ok(origin.OriginAccessControlId);
  const reads = small.resources('web', 'AWS::S3::BucketPolicy').flatMap(policy => policy.Properties.PolicyDocument.Statement).filter((statement: any) => statement.Effect === 'Allow' && JSON.stringify(statement.Action).includes('GetObject'));
  assert.deepEqual(reads.map((statement: any) => statement.Principal), [{ Service: 'cloudfront.amazonaws.com' }]);
  assert.ok(reads[0].Condition.StringEquals['AWS:SourceArn']);
});

test('the firewall stands where the size has one, and lets uploads pass', () => {
  assert.deepEqual([small, medium, large].map(synthesis => Boolean(distribution(synthesis).WebACLId)), [false, true, true]);
  const rules = medium.one('edge', 'AWS::WAFv2::WebACL').Rules;
  const counted = rules.flatMap((rule: any) => rule.Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []).filter((override: any) => override.ActionToUse.Count).map((override: any) => override.Name);
  assert.ok(counted.includes('SizeRestrictions_BODY'));
  assert.ok(rules.some((rule: any) => rule.Statement.RateBasedStatement && rule.Action.Block));
});

test('the names lead to CloudFront, or home as long as that is wanted', () => {
  const records = (synthesis: typeof small) => synthesis.resources('web', 'AWS::Route53::RecordSet').map(record => record.Properties);
  assert.deepEqual(records(small).map(record => record.Name).sort(), ['api.joonbi.co.kr.', 'joonbi.co.kr.', 'www.joonbi.co.kr.']);
  assert.ok(records(small).every(record => record.AliasTarget));
  assert.ok(records(medium).every(record => record.ResourceRecords[0] === '203.0.113.7' && record.TTL === '60'));
});

const ask = (host: string, uri: string, querystring: Record<string, unknown> = {}) =>
  runInNewContext(`${viewerRequest('joonbi.co.kr')}; handler(event)`, { event: { request: { uri, querystring, headers: { host: { value: host } } } } });

test('a page is its file, the application is one page, a file is itself', () => {
  const paths = { '/': '/index.html', '/prices': '/prices.html', '/consultations/1': '/app.html', '/login': '/app.html', '/assets/a-1.js': '/assets/a-1.js', '/assets/none': '/assets/none', '/robots.txt': '/robots.txt', '/a.b/c': '/app.html' };
  assert.deepEqual(Object.fromEntries(Object.keys(paths).map(path => [path, ask('joonbi.co.kr', path).uri])), paths);
});

test('www leads to the one address with all that was asked, api is no page', () => {
  const moved = ask('www.joonbi.co.kr', '/verify-email', { token: { value: 'a%2Bb' }, x: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] } });
  assert.equal(moved.statusCode, 301);
  assert.equal(moved.headers.location.value, 'https://joonbi.co.kr/verify-email?token=a%2Bb&x=1&x=2');
  assert.equal(ask('api.joonbi.co.kr', '/').statusCode, 404);
  assert.equal(ask('d111.cloudfront.net', '/').statusCode, 301);
});

test('the function is one that CloudFront takes', () => {
  assert.ok(viewerRequest('joonbi.co.kr').length < 10_240);
  assert.doesNotMatch(viewerRequest('joonbi.co.kr'), /\b(import|require|eval)\b/);
});

test('the pages are those that the front end renders', () => {
  const folder = join(__dirname, '../../../web/src/site');
  const rendered = readdirSync(folder).filter(file => file.endsWith('.tsx')).flatMap(file => [...readFileSync(join(folder, file), 'utf8').matchAll(/\bpath: '\/([a-z-]+)'/g)].map(match => match[1]!));
  assert.deepEqual(rendered.sort(), [...pages].sort());
});
