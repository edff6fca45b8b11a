import { useQuery } from '@tanstack/react-query';
import { get } from '@/api/queries.ts';
import { consultationStatus } from '@/text/labels.ts';
import { count } from '@/text/format.ts';
import { StatusBadge } from '@/ui/Notice.tsx';
import { Card, PageTitle } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';

export function Dashboard() {
  const overview = useQuery(get('/api/admin/dashboard'));
  return (
    <>
      <PageTitle title="현황판" />
      <Loaded query={overview}>
        {({ consultations }) => (
          <Card>
            <h2 className="mb-4 text-lg">상담</h2>
            <ul className="flex flex-wrap gap-4">
              {consultations.byStatus.map((line) => <li key={line.status}><StatusBadge of={consultationStatus[line.status]} /> <span className="num">{count(line.count)}</span></li>)}
            </ul>
          </Card>
        )}
      </Loaded>
    </>
  );
}
