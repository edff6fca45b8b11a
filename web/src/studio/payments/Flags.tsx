import { Link } from 'react-router';
import type { Schema } from '@/api/types.ts';
import { count, won } from '@/text/format.ts';
import { Notice } from '@/ui/Notice.tsx';
import { Instant } from '@/ui/Time.tsx';
import { flagReason } from '../labels.ts';
import { Panel } from '../parts/Panel.tsx';

/** In the currency's smallest unit, which of the won is the won itself. */
export const sum = (amount: number, currency: string) => (currency === 'KRW' ? won(amount) : `${count(amount)} (${currency} 최소 단위)`);

/** What claimed to be this payment and was not. */
export const Flags = ({ of: flags }: { of: Schema['FlagEntry'][] }) => (
  <Panel title="의심 기록">
    <ul className="grid gap-3">
      {flags.map((flag) => (
        <li key={flag.id}>
          <Notice tone="bad" title={flagReason[flag.reason]}>
            <p className="text-sm">{flag.moved > 0 ? `${sum(flag.moved, flag.currency)}이 들어왔고, 자동으로 돌려줍니다.` : '들어온 돈은 없습니다.'} <Instant at={flag.at} /></p>
            {flag.transactionId && <p className="written text-sm">거래 번호 {flag.transactionId}</p>}
            {flag.claimantId && <p className="text-sm"><Link to={`/admin/customers/${flag.claimantId}`} className="underline underline-offset-4">자기 결제라고 한 고객</Link></p>}
          </Notice>
        </li>
      ))}
    </ul>
  </Panel>
);
