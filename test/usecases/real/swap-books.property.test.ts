import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../../server/domain/decimal.ts';
import { USDC_MINT } from '../../../server/domain/token/mint.ts';
import type { ChainTrouble } from '../../../server/ports/solana-chain.ts';
import { databases, type OpenTestDatabase } from '../../support/databases/databases.ts';
import { codeOf } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { BOB, BONK, SwapDesk } from '../../support/desks/swap-desk.ts';
import type { ChainLuck } from '../../support/fakes/scripted-landing.ts';
import { solDollars } from '../../support/fakes/scripted-landing.ts';

/** The two owners of the wallet; both are ADMINs. */
const OWNERS = { ada: ADA, bob: BOB } as const;
type Owner = keyof typeof OWNERS;

type Step =
  | { readonly kind: 'BUY' | 'CLOSE'; readonly luck: ChainLuck; readonly who: Owner }
  | { readonly kind: 'PASS'; readonly blocks: number }
  | { readonly kind: 'TROUBLE'; readonly trouble: ChainTrouble | null };

const luck = fc.constantFrom<ChainLuck>(
  ...(['LANDS', 'REVERTS', 'SILENT', 'ALREADY', 'LOST', 'LIES', 'LATE'] as const),
);
const who = fc.constantFrom<Owner>('ada', 'bob');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('BUY', 'CLOSE'), luck, who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('PASS'), blocks: fc.nat(250) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('TROUBLE'),
      trouble: fc.constantFrom(
        ...([null, 'SILENT', 'LAGS', 'CONTRADICTS', 'OTHER_CLUSTER'] as const),
      ),
    }),
  },
);

const quiet = (work: Promise<unknown>) => work.catch(() => null);

/** The owner of each trade, by id. */
type Trades = Map<string, Owner>;

async function act(d: SwapDesk, ids: Trades, next: Step): Promise<void> {
  if (next.kind === 'TROUBLE') d.chain.trouble = next.trouble;
  if (next.kind === 'PASS') await quiet(d.sync(next.blocks));
  if (next.kind !== 'BUY' && next.kind !== 'CLOSE') return;
  d.tokens.pass(3);
  const signed = d.chain.signed.length;
  d.chain.luck.splice(0, d.chain.luck.length, next.luck);
  if (next.kind === 'BUY') {
    const placed = await d.buys({}, OWNERS[next.who]).catch(() => null);
    if (placed) ids.set(placed.id, next.who);
  } else {
    const last = [...ids].findLast(([, owner]) => owner === next.who);
    if (last) await quiet(codeOf(d.closes(last[0], null, OWNERS[next.who])));
  }
  if (d.chain.signed.length === signed) d.chain.luck.length = 0;
}

/** Lets so much time pass that the chain has a result for everything signed. */
async function settle(d: SwapDesk): Promise<void> {
  d.chain.trouble = null;
  d.chain.luck.length = 0;
  for (let round = 0; round < 5; round += 1) await d.sync(200);
}

/** Checks that both books together hold what the wallet has, and that each adds up by itself. */
async function checkBooks(d: SwapDesk, ids: Trades, before: Wallet): Promise<void> {
  const trades = await Promise.all(
    [...ids].map(async ([id, who]) => (await d.stored(id, who)).trade),
  );
  const found = await Promise.all(
    Object.keys(OWNERS).map((owner) => d.fresh.book.read(owner).allOrdersOf([...ids.keys()])),
  );
  const orders = found.flatMap((each) => [...each.values()].flat());
  expect(orders.map(({ status }) => status)).not.toContain('UNKNOWN');
  expect(orders.filter(({ swap }) => swap?.slot)).toHaveLength(d.chain.landings());
  const open = sum(trades.map(({ openQuantity }) => openQuantity));
  expect(open.times(100_000).toFixed()).toBe(String(d.chain.units.get(BONK.symbol) ?? 0n));
  const spent = sum(trades.map((trade) => trade.entryCost.minus(trade.exitProceeds)));
  const left = d.chain.units.get(USDC_MINT)!;
  expect(spent.times(1_000_000).toFixed()).toBe(String(before.usdc - left));
  const fees = sum(trades.map((trade) => trade.fees));
  expect(fees.toFixed()).toBe(solDollars(before.lamports - d.chain.lamports).toFixed());
  for (const owner of Object.keys(OWNERS)) {
    const account = await d.fresh.book.read(owner).account();
    const held = sum(
      trades.filter(({ username }) => username === owner).map(({ openCost }) => openCost),
    );
    const own = account.deposits.plus(account.realizedPnl).minus(account.fees);
    expect(
      account.cash.plus(held).minus(own).toFixed(),
      'cash and positions are the deposits and the result',
    ).toBe('0');
  }
  expect(d.chain.sent.length).toBe(new Set(d.chain.sent).size);
}

interface Wallet {
  readonly usdc: bigint;
  readonly lamports: bigint;
}

async function lives(open: OpenTestDatabase, steps: readonly Step[]): Promise<void> {
  const d = await SwapDesk.start(open);
  try {
    for (const owner of Object.values(OWNERS)) await d.arm(owner);
    const before = { usdc: d.chain.units.get(USDC_MINT)!, lamports: d.chain.lamports };
    const ids: Trades = new Map();
    for (const next of steps) await act(d, ids, next);
    await settle(d);
    await checkBooks(d, ids, before);
  } finally {
    await d.end();
  }
}

describe.each(databases())(
  'whatever becomes of swaps and of what the chain tells, on %s,',
  (name, open) => {
    const numRuns = name === 'SQLite' ? 12 : 3;

    it('every raw unit and lamport is booked, once', async () => {
      const steps = fc.array(step, { minLength: 4, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(steps, (some) => lives(open, some)),
        { numRuns },
      );
    });
  },
);
