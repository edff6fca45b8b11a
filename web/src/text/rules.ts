import * as v from 'valibot';

/** Texts for the rules that the contract's limits (src/api/generated/limits.ts) give; the API has the last word anyway. */
type Limits = { readonly minLength?: number; readonly maxLength?: number };

/** A text that must be there. Only its length is judged here. */
export const text = (name: string, { minLength = 1, maxLength = Infinity }: Limits) => v.pipe(
  v.string(),
  v.check((value) => value.trim().length > 0, `${name} 입력해 주세요.`),
  v.check((value) => value.trim().length === 0 || value.length >= minLength, `${minLength}자 이상 입력해 주세요.`),
  v.maxLength(maxLength, `${maxLength.toLocaleString('ko-KR')}자까지 쓸 수 있습니다.`),
);

/** A text that may be empty. */
export const optionalText = ({ maxLength = Infinity }: Limits) => v.pipe(v.string(), v.maxLength(maxLength, `${maxLength.toLocaleString('ko-KR')}자까지 쓸 수 있습니다.`));

export const email = (limits: Limits) => v.pipe(text('이메일 주소를', limits), v.regex(/^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/, '이메일 주소를 확인해 주세요. (예: name@example.com)'));
