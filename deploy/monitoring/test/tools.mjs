import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** deploy/monitoring */
export const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where promtool, alertmanager and the exporters are. */
export const tools = execFileSync(join(folder, 'tools.sh'), { encoding: 'utf8' }).trim();
