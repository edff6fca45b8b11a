import type { components } from './generated/schema.ts';

/** Every shape of the contract, by its name in docs/openapi.json. */
export type Schema = components['schemas'];
