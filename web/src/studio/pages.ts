import { Bell, BookOpenText, CreditCard, FileText, Gift, History, LayoutDashboard, MailWarning, ShieldCheck, Tag, Users, type LucideIcon } from 'lucide-react';

interface StudioPage { to: string; label: string; key: string; icon: LucideIcon; end?: boolean; begins?: boolean }

/** Each page of the studio stands here once, with the key after `g` that opens it; projects and portfolio get their line with their pages. */
export const pages: StudioPage[] = [
  { to: '/admin', label: '현황판', key: 'd', icon: LayoutDashboard, end: true },
  { to: '/admin/consultations', label: '상담', key: 'c', icon: FileText },
  { to: '/admin/payments', label: '결제', key: 'p', icon: CreditCard },
  { to: '/admin/ledger', label: '정산', key: 'l', icon: BookOpenText },
  { to: '/admin/customers', label: '고객', key: 'u', icon: Users },
  { to: '/admin/events', label: '무료 이벤트', key: 'e', icon: Gift, begins: true },
  { to: '/admin/prices', label: '가격표', key: 'r', icon: Tag },
  { to: '/admin/screening', label: '심사 규칙', key: 's', icon: ShieldCheck },
  { to: '/admin/outbox', label: '발송 실패', key: 'o', icon: MailWarning, begins: true },
  { to: '/admin/notifications', label: '알림', key: 'n', icon: Bell },
  { to: '/admin/audit', label: '감사 기록', key: 'a', icon: History },
];
