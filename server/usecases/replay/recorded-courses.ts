import { Decimal } from '../../domain/decimal.ts';
import type { TradeId, Username } from '../../domain/ids.ts';
import { isToken } from '../../domain/instrument/instrument.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { JournalledDecision } from '../../ports/decision-made.ts';
import type { LogSpan, ReplayRecord } from '../../ports/replay-record.ts';
import { partBetween } from './part-between.ts';
import type { Course, PartClosed, RecordedMarket } from './what-if-outcome.ts';

/** Lines of the log that are read at a time. */
const AT_ONCE = 500;

interface Growing {
  trade: Trade | null;
  readonly markets: RecordedMarket[];
  closeAskedAt: Date | null;
  readonly parts: PartClosed[];
  reviewedFrom: Date | null;
  movedExitsAt: Date | null;
}

/**
 * The trades that were placed in a span and filled by us, each with the markets that were recorded for it: those in
 * the journal's decisions and those in the snapshots.
 */
export async function recordedCourses(
  record: ReplayRecord,
  username: Username,
  span: LogSpan,
): Promise<readonly Course[]> {
  const growing = new Map<TradeId, Growing>();
  for (let first = span.first; first <= span.last; first += AT_ONCE) {
    const part = { first, last: Math.min(first + AT_ONCE - 1, span.last) };
    const made = [...(await record.decisions(username, part))];
    for (const line of await record.lines(username, part)) {
      while (made[0] && made[0].first <= line.sequence) note(growing, made.shift()!);
      const course = line.kind === 'TRADE' && growing.get(line.tradeId ?? '');
      if (course) follow(course, record.tradeOf(line), line.occurredAt);
    }
  }
  const courses: Course[] = [];
  for (const [id, { trade, markets, ...rest }] of growing) {
    if (!trade?.fillModel) continue;
    const seen = [...markets, ...(await record.marketsOf(username, id))].filter(
      ({ ask }) => ask !== null || isToken(trade.instrument),
    );
    seen.sort((a, b) => a.at.getTime() - b.at.getTime());
    courses.push({ ...rest, trade, markets: seen });
  }
  return courses;
}

function follow(course: Growing, trade: Trade, at: Date): void {
  const part = course.trade && partBetween(course.trade, trade, at);
  if (part) course.parts.push(part);
  if (trade.status === 'NEEDS_REVIEW') course.reviewedFrom ??= at;
  else if (trade.phase !== 'CLOSED') course.reviewedFrom = null;
  course.trade = trade;
}

function note(growing: Map<TradeId, Growing>, made: JournalledDecision): void {
  if (made.kind === 'PLACE_ENTRY')
    growing.set(made.tradeId, {
      ...{ trade: null, markets: [], closeAskedAt: null, parts: [] },
      ...{ reviewedFrom: null, movedExitsAt: null },
    });
  const course = growing.get(made.tradeId);
  if (!course) return;
  const input = made.input as Given;
  for (const market of [made.moved?.mark, input.quote, input.mark, input.entryMark])
    course.markets.push(...marketOf(market, made.at));
  if (made.kind === 'REQUEST_CLOSE' && isWhole(input.terms?.quantity, course.trade))
    course.closeAskedAt ??= made.at;
  if (made.kind === 'REQUEST_BRACKET') course.movedExitsAt ??= made.at;
}

function isWhole(asked: unknown, trade: Trade | null): boolean {
  return !(asked instanceof Decimal) || !trade?.openQuantity.greaterThan(asked);
}

/** The markets and requests that inputs of several kinds may carry. */
interface Given {
  readonly quote?: Sided | null;
  readonly mark?: Sided | null;
  readonly entryMark?: Sided | null;
  readonly terms?: { readonly quantity?: unknown };
}

interface Sided {
  readonly bid: RecordedMarket['bid'] | null;
  readonly ask: RecordedMarket['ask'] | null;
  readonly receivedAt: Date | null;
}

function marketOf(seen: Sided | null | undefined, at: Date): readonly RecordedMarket[] {
  const { bid, ask, receivedAt } = seen ?? { bid: null, ask: null, receivedAt: null };
  if (!bid?.greaterThan(0) || ask?.lessThan(bid)) return [];
  return [{ at: receivedAt ?? at, bid, ask }];
}
