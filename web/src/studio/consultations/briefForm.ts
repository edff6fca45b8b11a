import * as v from 'valibot';
import { ConsultationDraft } from '@/api/generated/limits.ts';
import { text } from '@/text/rules.ts';
import { entries, lines, optionalNumber, optionalWhole, shown } from '../parts/values.ts';
import type { Dossier } from './dossier.ts';

export const schema = v.object({
  projectName: text('프로젝트 이름을', ConsultationDraft.projectName),
  description: text('설명을', ConsultationDraft.description),
  referenceUrls: entries(ConsultationDraft.referenceUrls),
  budgetMin: optionalWhole(ConsultationDraft.budgetMin),
  budgetMax: optionalWhole(ConsultationDraft.budgetMax),
  desiredDate: v.string(),
  features: entries(ConsultationDraft.features),
});
type Values = v.InferInput<typeof schema>;

export const values = (one: Dossier | undefined): Values => ({
  projectName: one!.projectName, description: one!.description, referenceUrls: one!.referenceUrls.join('\n'),
  budgetMin: shown(one!.budgetMin), budgetMax: shown(one!.budgetMax), desiredDate: one!.desiredDate ?? '', features: one!.features.join('\n'),
});
export const labels = { projectName: '프로젝트 이름', description: '설명', referenceUrls: '참고 사이트', budgetMin: '예산 (부터)', budgetMax: '예산 (까지)', desiredDate: '희망일', features: '원하는 기능' };

const wire = (typed: Values) => ({
  projectName: typed.projectName.trim(), description: typed.description.trim(), referenceUrls: lines(typed.referenceUrls),
  budgetMin: optionalNumber(typed.budgetMin), budgetMax: optionalNumber(typed.budgetMax), desiredDate: typed.desiredDate || null, features: lines(typed.features),
});

/** Only what differs from what was read is sent: a passed wish date is nobody's obstacle. */
export function difference(typed: Values, one: Dossier) {
  const before = wire(values(one)) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(wire(typed)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}
