import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import { Choices, region } from './choices';
import type { Data } from './data';
import { vendorSettings } from './vendors';

/** What the API is told in plain text: the names of the README's table of settings. */
export function plain(chosen: Choices, data: Data): Record<string, string> {
  return {
    NODE_ENV: 'production',
    PORT: '4000',
    API_URL: `https://${chosen.domain}/api`,
    FRONTEND_URL: `https://${chosen.domain}`,
    EMAIL_FROM: `준비스튜디오 <no-reply@${chosen.domain}>`,
    // The load balancer hands on X-Forwarded-For as CloudFront wrote it; only CloudFront can reach the load balancer.
    TRUSTED_PROXIES: '10.20.0.0/16',
    STORAGE_TYPE: 's3',
    AWS_S3_BUCKET: data.uploads.bucketName,
    AWS_S3_REGION: region,
    // Longer than the load balancer takes to notice, shorter than ECS waits before it kills.
    SHUTDOWN_DELAY: '20s',
    MIGRATE_ON_START: 'off',
  };
}

/** What it is told in secret, each by ECS from Secrets Manager at the start of a task. */
export function secret(chosen: Choices, data: Data): Record<string, ecs.Secret> {
  return {
    DATABASE_URL: ecs.Secret.fromSecretsManager(data.appUrl),
    JWT_SECRET: ecs.Secret.fromSecretsManager(data.keys.JWT_SECRET),
    JWT_REFRESH_SECRET: ecs.Secret.fromSecretsManager(data.keys.JWT_REFRESH_SECRET),
    ENCRYPTION_KEY: ecs.Secret.fromSecretsManager(data.keys.ENCRYPTION_KEY),
    INTERNAL_API_KEY: ecs.Secret.fromSecretsManager(data.keys.INTERNAL_API_KEY),
    ...fields(data.vendors, vendorSettings(chosen.portone)),
  };
}

function fields(from: secrets.ISecret, names: string[]): Record<string, ecs.Secret> {
  return Object.fromEntries(names.map(name => [name, ecs.Secret.fromSecretsManager(from, name)]));
}
