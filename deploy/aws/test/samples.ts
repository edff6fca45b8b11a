import { Synthesis } from './synthesis';

/** The three sizes as they are shipped, and one with everything else chosen differently. */
export const small = new Synthesis();
export const medium = new Synthesis({ size: 'medium', portone: 'v1', architecture: 'x64', imageTag: 'abc123', alarmEmail: 'ops@joonbi.test', home: '203.0.113.7' });
export const large = new Synthesis({ size: 'large', portone: 'none' });
