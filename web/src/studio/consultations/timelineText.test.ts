import { expect, test } from 'vitest';
import type { Schema } from '@/api/types.ts';
import { folded, tell } from './timelineText.ts';

const line = (seq: number, kind: Schema['TimelineKind'], rest: Partial<Schema['TimelineLine']> = {}): Schema['TimelineLine'] =>
  ({ seq, kind, actor: 'CLAWDBOT', attempt: null, percent: null, document: null, version: null, text: null, note: null, reference: null, at: '2026-11-25T00:00:00Z', ...rest });

test('reports that follow one another are folded into the last, others stay', () => {
  const entries = folded([line(1, 'STARTED'), line(2, 'PROGRESS'), line(3, 'PROGRESS'), line(4, 'DOCUMENT'), line(5, 'PROGRESS')]);
  expect(entries.map((entry) => [entry.line.seq, entry.before.length])).toEqual([[1, 0], [3, 1], [4, 0], [5, 0]]);
});

test('a trigger says what went out and what came back', () => {
  expect(tell(line(1, 'TRIGGERED', { reference: '1234' }))).toEqual({ title: 'Discord로 분석을 요청했습니다', way: 'out', detail: '돌아온 메시지 번호 1234' });
});
