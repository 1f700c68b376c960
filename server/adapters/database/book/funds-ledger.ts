import type { Knex } from 'knex';
import type { AccountFunds, DepositOrigin } from '../../../domain/account/account-funds.ts';
import type { Decimal } from '../../../domain/decimal.ts';
import type { Username } from '../../../domain/ids.ts';
import { fromColumns, toColumns, type Shape } from '../sql/record-shape.ts';

const FUNDS: Shape<AccountFunds> = {
  venue: 'text',
  account: 'text',
  type: 'text',
  cash: 'decimal',
  equity: 'decimal',
  buyingPower: 'decimal',
  shareBuyingPower: 'decimal',
  dayTradeBuyingPower: 'decimal',
  unsettledCash: 'decimal',
  marginCall: 'decimal',
  asOf: 'time',
  deposited: 'decimal',
  baseCash: 'decimal',
  baseCashFlow: 'decimal',
  baseFees: 'decimal',
  basedAt: 'time',
  baseSol: 'decimal',
  baseSolMoved: 'decimal',
};

export async function readFunds(knex: Knex, username: Username): Promise<readonly AccountFunds[]> {
  const rows = (await knex('account_funds')
    .where({ username })
    .orderBy(['venue', 'account'])) as object[];
  return rows.map((row) => fromColumns<AccountFunds>(row, FUNDS));
}

export async function writeFunds(
  trx: Knex,
  username: Username,
  funds: AccountFunds,
): Promise<void> {
  await trx('account_funds')
    .insert({ ...toColumns(funds, FUNDS), username })
    .onConflict(['username', 'venue', 'account'])
    .merge();
}

export function depositMessage(amount: Decimal, origin: DepositOrigin | undefined): string {
  const what = `${amount.isNegative() ? 'Withdrew' : 'Deposited'} ${amount.abs().toFixed()} dollars`;
  return origin ? `${what} (${origin.words}, ${origin.venue} ${origin.account}).` : `${what}.`;
}
