import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Headers = Map<string, string>;

/** What nginx tells browsers with every page: read from its own snippets, so that both homes say the same. */
export const pageHeaders = (): Headers => new Map([...snippet('security-headers.conf'), ...hsts()]);

/** For whoever ends TLS to say, on every answer. */
export const hsts = (): Headers => snippet('hsts.conf');

function snippet(file: string): Headers {
  return parse(readFileSync(join(__dirname, '../../nginx/snippets', file), 'utf8'));
}

/** `add_header NAME "VALUE" always;`, one a line; anything else than a comment is a mistake that must not pass in silence. */
export function parse(text: string): Headers {
  return new Map(text.split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('#')).map(line => {
    const [, name, value] = /^add_header\s+([\w-]+)\s+"([^"]*)"\s+always;$/.exec(line) ?? [];
    if (!name || value === undefined) {
      throw new Error(`읽을 수 없는 줄입니다: ${line}`);
    }
    return [name.toLowerCase(), value];
  }));
}

/** CloudFront wants headers that it knows in fields of their own, and refuses them among the others. */
export function headersPolicy(scope: Construct, id: string, headers: Headers, override: boolean): cloudfront.ResponseHeadersPolicy {
  const others = new Map(headers);
  const take = <T>(name: string, field: (value: string) => T): T | undefined => {
    const value = others.get(name);
    others.delete(name);
    return value === undefined ? undefined : field(value);
  };
  return new cloudfront.ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: take('content-security-policy', contentSecurityPolicy => ({ contentSecurityPolicy, override })),
      strictTransportSecurity: take('strict-transport-security', value => ({ ...transport(value), override })),
      referrerPolicy: take('referrer-policy', value => ({ referrerPolicy: value as cloudfront.HeadersReferrerPolicy, override })),
      frameOptions: take('x-frame-options', value => ({ frameOption: value as cloudfront.HeadersFrameOption, override })),
      contentTypeOptions: take('x-content-type-options', () => ({ override })),
    },
    customHeadersBehavior: others.size > 0 ? { customHeaders: [...others].map(([header, value]) => ({ header, value, override })) } : undefined,
  });
}

function transport(value: string) {
  return {
    accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(value)![1])),
    includeSubdomains: value.includes('includeSubDomains'),
    preload: value.includes('preload'),
  };
}
