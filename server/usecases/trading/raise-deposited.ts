import type { AdoptInput } from '../../domain/wallet/adoption.ts';
import type { BookChange } from '../../ports/book.ts';

/** Raises the account’s own count of what was paid in along with the book’s. */
export async function raiseDeposited(
  change: BookChange,
  wallet: string,
  cost: AdoptInput['cost'],
): Promise<void> {
  const funds = (await change.accountFunds()).find(
    ({ venue, account }) => venue === 'JUPITER' && account === wallet,
  );
  if (funds?.deposited) await change.keepFunds({ ...funds, deposited: funds.deposited.plus(cost) });
}
