/** How much of everything: the one place where a bigger studio changes a word. */
export interface Size {
  /** What it is meant for, in Korean: printed in the README's table. */
  readonly about: string;
  readonly api: { readonly cpu: number; readonly memory: number; readonly min: number; readonly max: number };
  readonly database: {
    /** As RDS names it, without `db.`. */
    readonly instance: string;
    readonly multiAz: boolean;
    /** GB at first, and how far it may grow by itself. */
    readonly storage: number;
    readonly maxStorage: number;
    readonly backupDays: number;
    /** What the instance's default `max_connections` comes to, by its memory. */
    readonly connections: number;
    /** `connection_limit` of each API task. */
    readonly perTask: number;
  };
  /** NAT gateways; none means that tasks have public addresses (and a security group that lets nobody in). */
  readonly natGateways: number;
  readonly waf: boolean;
  readonly logDays: number;
}

export const sizes = {
  small: {
    about: '하루 방문자 수백 명, 한 달 상담 수십 건. 데이터베이스가 한 대라 점검 때 몇 분 멈춥니다.',
    api: { cpu: 512, memory: 1024, min: 2, max: 4 },
    database: { instance: 't4g.micro', multiAz: false, storage: 20, maxStorage: 100, backupDays: 7, connections: 85, perTask: 8 },
    natGateways: 0,
    waf: false,
    logDays: 30,
  },
  medium: {
    about: '하루 방문자 수천 명. 가용 영역 하나가 통째로 멈춰도 이어집니다.',
    api: { cpu: 1024, memory: 2048, min: 2, max: 6 },
    database: { instance: 't4g.medium', multiAz: true, storage: 50, maxStorage: 500, backupDays: 14, connections: 410, perTask: 20 },
    natGateways: 1,
    waf: true,
    logDays: 90,
  },
  large: {
    about: '하루 방문자 수만 명과 광고. 모든 것이 두 벌입니다.',
    api: { cpu: 2048, memory: 4096, min: 3, max: 12 },
    database: { instance: 'm7g.large', multiAz: true, storage: 200, maxStorage: 2000, backupDays: 35, connections: 830, perTask: 25 },
    natGateways: 2,
    waf: true,
    logDays: 365,
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;
