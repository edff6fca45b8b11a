import { beforeAll, describe, test } from 'vitest';
import { withBrowser } from './support/browser.ts';
import { looked, looks } from './support/looks.ts';
import { logIn } from './support/people.ts';
import { experienced, type Customer } from './support/states.ts';

withBrowser();

let customer: Customer;
beforeAll(async () => {
  customer = await experienced();
});

const open = ['/', '/how', '/prices', '/terms', '/privacy', '/login', '/register', '/forgot-password', '/reset-password?token=x', '/verify-email?token=x', '/nowhere'];

describe.each(looks)('$name', (look) => {
  test.each(open)('%s', (path) => looked(look, path));

  test('a shared result', () => looked(look, customer.shared, { name: 'shared' }));

  test('a customer’s own pages', async () => {
    const own = [
      ['/consultations'], ['/consultations/new'], ['/consultations/new?step=2'], ['/consultations/new?step=3'], ['/consultations/new?step=4'], ['/consultations/new?step=5'],
      [`/consultations/${customer.completed}`, 'completed'], [`/consultations/${customer.awaitingPayment}`, 'awaiting-payment'], [`/consultations/${customer.rejected}`, 'rejected'],
      [`/consultations/${customer.onHold}`, 'on-hold'], [`/consultations/${customer.simple}`, 'simple'], [`/consultations/${customer.cancelled}`, 'cancelled'],
      ['/payments'], ['/notifications'], ['/account'],
    ] as [string, string?][];
    await looked(look, own, { before: (page) => logIn(page, customer) });
  });
});
