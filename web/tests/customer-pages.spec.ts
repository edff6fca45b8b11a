import { beforeAll, test } from 'vitest';
import { withBrowser } from './support/browser.ts';
import { looked } from './support/looks.ts';
import { logIn } from './support/people.ts';
import { experienced, type Customer } from './support/states.ts';

withBrowser();

let customer: Customer;
beforeAll(async () => {
  customer = await experienced();
});

test('what anybody may see', () => looked([
  ['/', 'home'], ['/how', 'how'], ['/prices', 'prices'], ['/terms', 'terms'], ['/privacy', 'privacy'], ['/login', 'login'], ['/register', 'register'],
  ['/forgot-password', 'forgot-password'], ['/reset-password?token=x', 'reset-password'], ['/verify-email?token=x', 'verify-email'], ['/change-email?token=x', 'change-email'],
  ['/nowhere', 'nowhere'], [customer.shared, 'shared'],
]), 240_000);

test('a customer’s own pages', () => looked([
  ['/consultations', 'consultations'], ['/consultations/new', 'new-1'], ['/consultations/new?step=2', 'new-2'], ['/consultations/new?step=3', 'new-3'],
  ['/consultations/new?step=4', 'new-4'], ['/consultations/new?step=5', 'new-5'],
  [`/consultations/${customer.completed}`, 'completed'], [`/consultations/${customer.awaitingPayment}`, 'awaiting-payment'], [`/consultations/${customer.rejected}`, 'rejected'],
  [`/consultations/${customer.onHold}`, 'on-hold'], [`/consultations/${customer.simple}`, 'simple'], [`/consultations/${customer.cancelled}`, 'cancelled'],
  ['/payments', 'payments'], ['/notifications', 'notifications'], ['/account', 'account'],
], (page) => logIn(page, customer)), 240_000);
