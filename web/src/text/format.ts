/** Numbers, money and time as Koreans write them. Days are Seoul's, wherever the reader is. */
const zone = 'Asia/Seoul';
const number = new Intl.NumberFormat('ko-KR');
const day = new Intl.DateTimeFormat('ko-KR', { dateStyle: 'long', timeZone: zone });
const shortDay = new Intl.DateTimeFormat('ko-KR', { month: 'long', day: 'numeric', timeZone: zone });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const relative = new Intl.RelativeTimeFormat('ko-KR', { numeric: 'auto' });

export const count = (value: number) => number.format(value);
export const won = (value: number) => `${number.format(value)}원`;
export const wonRange = (min: number, max: number) => (min === max ? won(min) : `${number.format(min)} ~ ${won(max)}`);

/** "300만 원", "1억 2,000만 원": what people say; exact whenever tens of thousands are. */
export function spokenWon(value: number): string {
  if (value < 10_000 || value % 10_000 !== 0) return won(value);
  const [eok, man] = [Math.floor(value / 100_000_000), (value % 100_000_000) / 10_000];
  return [eok ? `${count(eok)}억` : '', man ? `${count(man)}만` : ''].filter(Boolean).join(' ') + ' 원';
}

export function budget(min: number | null | undefined, max: number | null | undefined): string {
  if (min == null && max == null) return '미정';
  if (min == null) return `${spokenWon(max!)}까지`;
  if (max == null) return `${spokenWon(min)}부터`;
  return min === max ? spokenWon(min) : `${spokenWon(min)} ~ ${spokenWon(max)}`;
}

export const date = (value: string) => day.format(atNoon(value));
export const shortDate = (value: string) => shortDay.format(atNoon(value));
export const dateTime = (value: string) => `${date(value)} ${time(value)}`;

/** "오후 3:05", by hand: engines do not agree on the Korean word for the half of the day. */
export function time(value: string): string {
  const [hour, minute] = clock.format(new Date(value)).split(':') as [string, string];
  return `${Number(hour) < 12 ? '오전' : '오후'} ${Number(hour) % 12 || 12}:${minute}`;
}

/** A day alone is no instant: noon in Seoul is that day everywhere. */
const atNoon = (value: string) => new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+09:00` : value);

const steps: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60]];

/** "3분 전", "내일"; beyond a week the day itself. */
export function ago(value: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(value) - now) / 1000);
  if (Math.abs(seconds) > 7 * 86_400) return date(value);
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  return '방금';
}

/** Minutes and seconds of a span, "1분 5초". */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return seconds < 60 ? `${seconds}초` : `${Math.floor(seconds / 60)}분${seconds % 60 ? ` ${seconds % 60}초` : ''}`;
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${count(bytes)} B`;
  if (bytes < 1024 ** 2) return `${count(Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

/** Today in Seoul, as `YYYY-MM-DD`. */
export const today = (now = new Date()) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);

/** A final consonant decides: 을/를, 이/가, 은/는, 와/과. */
export function particle(word: string, withFinal: string, without: string): string {
  const last = word.trim().charCodeAt(word.trim().length - 1);
  const closed = last >= 0xac00 && last <= 0xd7a3 ? (last - 0xac00) % 28 !== 0 : /[013678lmnr]$/i.test(word.trim());
  return word + (closed ? withFinal : without);
}
