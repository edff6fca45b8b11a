import * as v from 'valibot';
import { count } from '@/text/format.ts';

/** What forms hold is text; these say whether it can be what the contract wants, and make it that. */
type Range = { readonly minimum?: number; readonly maximum?: number };

const digits = /^\d{1,15}$/;
const bare = (value: string) => value.replace(/[\s,]/g, '');

const inRange = (value: string, { minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Range) => digits.test(bare(value)) && Number(bare(value)) >= minimum && Number(bare(value)) <= maximum;
const rangeText = ({ minimum = 0, maximum }: Range) => `${count(minimum)}${maximum === undefined ? ' 이상의' : `부터 ${count(maximum)}까지의`} 숫자로 적어 주세요.`;

/** A whole number, with or without commas. */
export const whole = (range: Range) => v.pipe(v.string(), v.check((value) => inRange(value, range), rangeText(range)));
export const optionalWhole = (range: Range) => v.pipe(v.string(), v.check((value) => value.trim() === '' || inRange(value, range), rangeText(range)));
export const number = (value: string) => Number(bare(value));
export const optionalNumber = (value: string) => (value.trim() === '' ? null : number(value));
export const shown = (value: number | null | undefined) => (value == null ? '' : count(value));

/** One entry a line. */
export const lines = (value: string) => value.split('\n').map((line) => line.trim()).filter(Boolean);
type Entries = { readonly minItems?: number; readonly maxItems?: number; readonly items?: { readonly maxLength?: number } };
export const entries = ({ minItems = 0, maxItems = Infinity, items: { maxLength = Infinity } = {} }: Entries) => v.pipe(
  v.string(),
  v.check((value) => lines(value).length >= minItems, '한 줄에 하나씩 적어 주세요.'),
  v.check((value) => lines(value).length <= maxItems, `${count(maxItems)}개까지 적을 수 있습니다.`),
  v.check((value) => lines(value).every((line) => line.length <= maxLength), `한 줄은 ${count(maxLength)}자까지 쓸 수 있습니다.`),
);

const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'short' });

/** Instants are typed and read as Seoul's clock, wherever the studio's person is. */
export const seoulClock = (instant: string | null | undefined) => (instant ? local.format(new Date(instant)).replace(' ', 'T') : '');
export const instant = (clock: string) => new Date(`${clock}:00+09:00`).toISOString();
