import { Size } from './sizes';

/**
 * What a month costs, in US dollars without tax: list prices of Seoul as we know them from 2025, by hand. They could not be held
 * against a live price list where this was written: look them up (https://calculator.aws) before you decide by them.
 */
const hours = 730;
const price = {
  vcpu: { arm64: 0.03725, x64: 0.04656 },
  gb: { arm64: 0.00409, x64: 0.00511 },
  instance: { 't4g.micro': 0.025, 't4g.medium': 0.102, 'm7g.large': 0.23 } as Record<string, number>,
  storageGb: 0.131,
  balancer: 0.0225,
  balancerUnit: 0.008,
  nat: 0.059,
  address: 0.005,
  firewall: 5 + 4 * 1,
  secret: 0.4,
  alarm: 0.1,
  figure: 0.3,
  zone: 0.5,
  logGb: 0.76,
  fileGb: 0.025,
};

/** What the studio is taken to use of what is paid by use. */
const use = { small: { logGb: 2, fileGb: 20, balancerUnits: 0.2 }, medium: { logGb: 10, fileGb: 100, balancerUnits: 1 }, large: { logGb: 50, fileGb: 500, balancerUnits: 4 } };

/** Item by item, with the fewest tasks. */
export function monthly(name: keyof typeof use, size: Size, architecture: 'arm64' | 'x64'): Record<string, number> {
  const { api, database } = size;
  const used = use[name];
  const copies = database.multiAz ? 2 : 1;
  const addresses = 2 + (size.natGateways || api.min);
  return {
    'API (Fargate)': api.min * hours * ((api.cpu / 1024) * price.vcpu[architecture] + (api.memory / 1024) * price.gb[architecture]),
    'PostgreSQL (RDS)': copies * (hours * price.instance[database.instance]! + database.storage * price.storageGb),
    '로드 밸런서': hours * (price.balancer + used.balancerUnits * price.balancerUnit),
    'NAT': size.natGateways * hours * price.nat,
    'IPv4 주소': addresses * hours * price.address,
    '방화벽 (WAF)': size.waf ? price.firewall : 0,
    '로그와 파일': used.logGb * price.logGb + used.fileGb * price.fileGb,
    '비밀 값, 알람, DNS': 11 * price.secret + 18 * price.alarm + 7 * price.figure + price.zone,
  };
}

export const total = (items: Record<string, number>): number => Object.values(items).reduce((sum, item) => sum + item, 0);

/** The table of README.md, in whole dollars. */
export function table(sizes: Record<keyof typeof use, Size>): string {
  const names = Object.keys(sizes) as (keyof typeof use)[];
  const columns = names.map(name => monthly(name, sizes[name], 'arm64'));
  const row = (label: string, cells: number[]) => `| ${label} | ${cells.map(cell => `$${Math.round(cell)}`).join(' | ')} |`;
  return [
    `| 한 달 (USD) | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---:|').join('')}`,
    ...Object.keys(columns[0]!).map(item => row(item, columns.map(column => column[item]!))),
    row('**합계**', columns.map(total)),
  ].join('\n');
}
