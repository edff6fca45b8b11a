import { useQuery } from '@tanstack/react-query';
import { get } from '@/api/queries.ts';
import { PageTitle } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';
import { Attention } from './dashboard/Attention.tsx';
import { Figures } from './dashboard/Figures.tsx';
import { Revenue } from './dashboard/Revenue.tsx';

export function Dashboard() {
  const overview = useQuery({ ...get('/api/admin/dashboard'), refetchInterval: 30_000 });
  return (
    <>
      <PageTitle title="현황판" className="mb-5" />
      <Loaded query={overview}>
        {(board) => (
          <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
            <Attention items={board.attention} />
            <div className="grid gap-6">
              <Figures board={board} />
              <Revenue months={board.money.revenueByMonth} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
