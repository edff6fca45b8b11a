import { ago, date, dateTime } from '@/text/format.ts';

/** An instant, said as people do; the exact one is its title. */
export const Ago = ({ at }: { at: string }) => <time dateTime={at} title={dateTime(at)}>{ago(at)}</time>;
export const Instant = ({ at }: { at: string }) => <time dateTime={at}>{dateTime(at)}</time>;
export const Day = ({ at }: { at: string }) => <time dateTime={at}>{date(at)}</time>;
