import * as v from 'valibot';
import { ConsultationDraft } from '@/api/generated/limits.ts';
import type { Schema } from '@/api/types.ts';
import { today } from '@/text/format.ts';
import { text } from '@/text/rules.ts';
import { completeUrl, wonOf, type Draft } from '../draft.ts';

const address = v.pipe(
  v.string(),
  v.check((url) => !url.trim() || URL.canParse(completeUrl(url)) && /^https?:/.test(completeUrl(url)), 'http:// 또는 https://로 시작하는 주소를 입력해 주세요.'),
  v.maxLength(ConsultationDraft.referenceUrls.items.maxLength, '주소가 너무 깁니다.'),
);
const money = v.pipe(v.string(), v.check((typed) => !typed.trim() || wonOf(typed) !== null, '숫자로 입력해 주세요. (예: 300)'));

export const schema = v.pipe(
  v.object({
    kind: v.picklist(['ANALYSIS', 'SIMPLE'] satisfies Schema['ConsultationKind'][]),
    projectName: text('프로젝트 이름을', ConsultationDraft.projectName),
    description: text('설명을', ConsultationDraft.description),
    referenceUrls: v.array(v.object({ url: address })),
    budgetMin: money,
    budgetMax: money,
    desiredDate: v.pipe(v.string(), v.check((day) => !day || day >= today(), '지난 날짜는 고를 수 없습니다.')),
    features: v.array(v.string()),
    attachments: v.array(v.custom<Draft['attachments'][number]>(() => true)),
  }),
  v.forward(
    v.partialCheck([['budgetMin'], ['budgetMax']], ({ budgetMin, budgetMax }) => !((wonOf(budgetMin) ?? 0) > (wonOf(budgetMax) ?? Infinity)), '최소 예산은 최대 예산보다 클 수 없습니다.'),
    ['budgetMin'],
  ),
  v.forward(
    v.partialCheck([['kind'], ['referenceUrls']], ({ kind, referenceUrls }) => kind === 'SIMPLE' || referenceUrls.some(({ url }) => url.trim()), '분석 상담에는 참고 사이트가 하나 이상 필요합니다.'),
    ['referenceUrls', 0, 'url'],
  ),
);

/** The steps, with the fields that each must have right before the next. */
export const steps = [
  { title: '상담 종류', fields: ['kind'] },
  { title: '만들고 싶은 것', fields: ['projectName', 'description', 'referenceUrls'] },
  { title: '기능과 예산', fields: ['features', 'budgetMin', 'budgetMax', 'desiredDate'] },
  { title: '첨부 파일', fields: ['attachments'] },
  { title: '확인', fields: [] },
] as const satisfies { title: string; fields: (keyof Draft)[] }[];
