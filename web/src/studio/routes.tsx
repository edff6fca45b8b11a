import type { RouteObject } from 'react-router';

/** The studio's pages, below /admin. Mails and Discord lead to consultations/:id, payments/:id and outbox. */
export const studioRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./Dashboard.tsx')).Dashboard }) },
  { path: 'consultations', lazy: async () => ({ Component: (await import('./consultations/List.tsx')).ConsultationList }) },
  { path: 'consultations/:id', lazy: async () => ({ Component: (await import('./consultations/Detail.tsx')).ConsultationPage }) },
  { path: 'payments', lazy: async () => ({ Component: (await import('./payments/List.tsx')).PaymentList }) },
  { path: 'payments/:id', lazy: async () => ({ Component: (await import('./payments/Detail.tsx')).PaymentPage }) },
  { path: 'ledger', lazy: async () => ({ Component: (await import('./payments/Ledger.tsx')).Ledger }) },
  { path: 'customers', lazy: async () => ({ Component: (await import('./people/Customers.tsx')).CustomerList }) },
  { path: 'customers/:id', lazy: async () => ({ Component: (await import('./people/Customer.tsx')).CustomerPage }) },
  { path: 'events', lazy: async () => ({ Component: (await import('./catalogue/Campaigns.tsx')).Campaigns }) },
  { path: 'prices', lazy: async () => ({ Component: (await import('./catalogue/Prices.tsx')).Prices }) },
  { path: 'screening', lazy: async () => ({ Component: (await import('./catalogue/Rules.tsx')).Rules }) },
  { path: 'outbox', lazy: async () => ({ Component: (await import('./outbox/Outbox.tsx')).Outbox }) },
  { path: 'notifications', lazy: async () => ({ Component: (await import('./people/Notifications.tsx')).Notifications }) },
  { path: 'audit', lazy: async () => ({ Component: (await import('./people/Audit.tsx')).AuditLog }) },
];
