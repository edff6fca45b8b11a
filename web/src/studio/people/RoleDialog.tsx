import { api, ask, ifMatch } from '@/api/client.ts';
import { get, outdated, queryClient } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { userRole } from '@/text/labels.ts';
import { ConfirmDialog } from '@/ui/Dialog.tsx';
import { toast } from '@/ui/Toasts.tsx';

export function RoleDialog({ of: one, open, onClose }: { of: Schema['CustomerDossier']; open: boolean; onClose: () => void }) {
  const role = one.role === 'ADMIN' ? 'CUSTOMER' : 'ADMIN';
  const key = get('/api/admin/customers/{id}', { params: { path: { id: one.id } } }).queryKey;
  async function change() {
    try {
      queryClient.setQueryData(key, await ask(api.PATCH('/api/admin/customers/{id}/role', { params: { path: { id: one.id }, header: { 'If-Match': ifMatch(one) } }, body: { role } })));
    } catch (failure) {
      // Whatever it was, what is shown may be old: the next try is about what is true now.
      void queryClient.invalidateQueries({ queryKey: key });
      throw failure;
    }
    void outdated('/api/admin/customers');
    toast(`${userRole[role]} 역할로 바꾸었습니다`);
  }
  return (
    <ConfirmDialog open={open} onClose={onClose} danger={role === 'ADMIN'} confirm="바꾸기" onConfirm={change} title={<span className="written">{one.name} 님을 {role === 'ADMIN' ? '관리자로' : '고객으로'} 바꿀까요?</span>}>
      <p>{role === 'ADMIN' ? '모든 상담, 결제, 고객 정보를 보고 바꿀 수 있게 됩니다.' : '스튜디오 화면을 더는 쓸 수 없게 됩니다.'}</p>
    </ConfirmDialog>
  );
}
