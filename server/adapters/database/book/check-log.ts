import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Account } from '../../../domain/account/account.ts';
import type { LogCheck, LogProblem } from '../../../domain/book/log-check.ts';
import { ZERO, type Decimal } from '../../../domain/decimal.ts';
import type { TradeId, Username } from '../../../domain/ids.ts';
import type { LogSlice } from '../../../ports/log-checks.ts';
import { eventHash, type EventColumns } from '../log/event-row.ts';
import { afterEvent, isBalanced, moneyBefore, type TradeMoney } from '../log/replay-money.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { exactSum } from '../sql/exact-sum.ts';
import { findAccount } from './account-row.ts';
import { freshCheck, keepCheck, readCheck } from './log-check-ledger.ts';

/** Events per slice. */
const SLICE = 200;
/** Events that are hashed before other work may run: some milliseconds. */
const AT_ONCE = 10;

/** What one slice is checked against, read at one moment. */
interface Read {
  readonly account: Account;
  readonly events: readonly EventColumns[];
  readonly known: Map<TradeId, TradeMoney>;
  /** Set when the slice reaches the end of the log. */
  readonly end: { readonly cost: Decimal; readonly surplus: number | null } | null;
}

/** See `LogCheckReads`. `knex` acts for the user. */
export async function checkLog(
  knex: Knex,
  username: Username,
  { since, at }: LogSlice,
): Promise<LogCheck | null> {
  const stored = await readCheck(knex, username);
  if (stored?.endedAt && stored.endedAt >= since) return stored;
  const now = at > since ? at : since;
  const from = !stored || stored.endedAt ? freshCheck(now) : stored;
  const read = await readSlice(knex, username, from);
  if (!read) return null;
  const next = await judge(from, read);
  const isDone = read.end !== null || next.faultProblem !== null;
  const check = { ...next, endedAt: isDone ? now : null };
  await keepCheck(knex, username, stored, check);
  // Another server may have stored a later check.
  return readCheck(knex, username);
}

async function readSlice(
  knex: Knex,
  username: Username,
  { sequence }: LogCheck,
): Promise<Read | null> {
  return atOneMoment(knex, async (moment) => {
    const account = await findAccount(moment, username);
    if (!account) return null;
    const events = await moment('events')
      .where({ username })
      .where('sequence', '>', sequence)
      .where('sequence', '<=', account.sequence)
      .orderBy('sequence')
      .limit(SLICE)
      .select<EventColumns[]>('*');
    const ids = new Set(events.flatMap(({ trade_id: id }) => (id === null ? [] : [id])));
    const known = await moneyBefore(moment, username, [...ids], sequence);
    if (events.length === SLICE) return { account, events, known, end: null };
    const [surplus] = await moment('events')
      .where({ username })
      .where('sequence', '>', account.sequence)
      .orderBy('sequence')
      .limit(1)
      .pluck<number[]>('sequence');
    const costs = await moment('positions').where({ username }).pluck<string[]>('cost_basis');
    return { account, events, known, end: { cost: sumOf(costs), surplus: surplus ?? null } };
  });
}

async function judge(from: LogCheck, { account, events, known, end }: Read): Promise<LogCheck> {
  let check = from;
  for (const [at, event] of events.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await letOthersRun();
    const sequence = check.sequence + 1;
    if (event.sequence !== sequence) return faulty(check, sequence, 'MISSING');
    const hash = eventHash(check.hash, event);
    if (event.hash !== hash) return faulty(check, sequence, 'ALTERED');
    const money = afterEvent(check, event, known);
    if (!isBalanced(money)) return faulty(check, sequence, 'UNBALANCED');
    check = { ...check, ...money, sequence, hash };
  }
  if (!end) return check;
  if (check.sequence < account.sequence) return faulty(check, check.sequence + 1, 'MISSING');
  if (check.hash !== account.hash) return faulty(check, check.sequence, 'ALTERED');
  if (end.surplus !== null) return faulty(check, end.surplus, 'SURPLUS');
  return agrees(check, account, end.cost) ? check : faulty(check, check.sequence, 'ROWS_DIFFER');
}

function faulty(check: LogCheck, faultSequence: number, faultProblem: LogProblem): LogCheck {
  return { ...check, faultSequence, faultProblem };
}

function agrees(check: LogCheck, account: Account, cost: Decimal): boolean {
  const kept = { ...account, cost };
  return (['cash', 'deposits', 'realizedPnl', 'fees', 'cost'] as const).every((part) =>
    check[part].equals(kept[part]),
  );
}

function sumOf(costs: readonly string[]): Decimal {
  return costs.reduce((total, cost) => exactSum(total, ZERO.plus(cost)), ZERO);
}
