import { authorisedFetch } from './client.ts';
import { origin } from './origin.ts';
import { Problem } from './problem.ts';

/** The bytes of a file below /api. */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<Blob> {
  const response = await authorisedFetch(new Request(origin + path, { ...(signal && { signal }) }));
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => undefined)) as never);
  return response.blob();
}

/** Lets the browser keep it under this name. */
export function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
