import { vi } from 'vitest';

// The little of a browser that the modules under test ask for; everything else is tried in a real one (tests/).
const stored = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
  clear: () => stored.clear(),
});
vi.stubGlobal('navigator', {});
