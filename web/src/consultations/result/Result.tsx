import { Printer } from 'lucide-react';
import type { Schema } from '@/api/types.ts';
import { Button } from '@/ui/Button.tsx';
import { Analysis } from './Analysis.tsx';
import { Designs } from './Designs.tsx';
import { Documents } from './Documents.tsx';
import { Share } from './Share.tsx';

/** Everything that was promised. Printed, it is a report: what only makes sense on a screen stays away. */
export const Result = ({ consultation }: { consultation: Schema['ConsultationDetails'] }) => (
  <div className="grid gap-6">
    <div className="no-print flex flex-wrap justify-end gap-2">
      <Button look="quiet" onClick={() => window.print()}><Printer aria-hidden="true" className="size-4" />인쇄</Button>
      <Share consultation={consultation} />
    </div>
    <Analysis analysis={consultation.analysis!} />
    <Documents documents={consultation.documents} base={`/api/consultations/${consultation.id}/files`} />
    {consultation.designs && <Designs designs={consultation.designs} />}
  </div>
);
