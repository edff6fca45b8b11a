import type { TestProject } from 'vitest/node';
import { startService } from '../../scripts/service.mjs';

/** What runs while the journeys are walked. */
export interface Service { web: string; api: string; sandbox: string; logins: Record<string, string> }

declare module 'vitest' {
  export interface ProvidedContext { service: Service }
}

export default async function setup(project: TestProject) {
  const { stop, ...service } = await startService();
  project.provide('service', service);
  return stop;
}
