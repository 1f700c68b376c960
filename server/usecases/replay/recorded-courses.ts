import type { TradeId, Username } from '../../domain/ids.ts';
import { isToken } from '../../domain/instrument/instrument.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { JournalledDecision } from '../../ports/decision-made.ts';
import type { LogSpan, ReplayRecord } from '../../ports/replay-record.ts';
import type { Course, RecordedMarket } from './what-if-outcome.ts';

/** Lines of the log that are read at a time. */
const AT_ONCE = 500;

interface Growing {
  trade: Trade | null;
  readonly markets: RecordedMarket[];
  closeAskedAt: Date | null;
  closedInPart: boolean;
  movedExits: boolean;
}

/**
 * The trades that were placed in a span and filled by a model, each with the markets that were recorded of it: by the
 * journal, in whatever was decided on, and by the snapshots. Tokens fill on quotes of their own size, by no model.
 */
export async function recordedCourses(
  record: ReplayRecord,
  username: Username,
  span: LogSpan,
): Promise<readonly Course[]> {
  const growing = new Map<TradeId, Growing>();
  for (let first = span.first; first <= span.last; first += AT_ONCE) {
    const part = { first, last: Math.min(first + AT_ONCE - 1, span.last) };
    for (const made of await record.decisions(username, part)) note(growing, made);
    for (const line of await record.lines(username, part)) {
      const course = line.kind === 'TRADE' && growing.get(line.tradeId ?? '');
      if (course) course.trade = record.tradeOf(line);
    }
  }
  const courses: Course[] = [];
  for (const [id, { trade, markets, ...rest }] of growing) {
    if (!trade?.fillModel || isToken(trade.instrument)) continue;
    const seen = [...markets, ...(await record.marketsOf(username, id))];
    seen.sort((a, b) => a.at.getTime() - b.at.getTime());
    courses.push({ ...rest, trade, markets: seen });
  }
  return courses;
}

function note(growing: Map<TradeId, Growing>, made: JournalledDecision): void {
  if (made.kind === 'PLACE_ENTRY')
    growing.set(made.tradeId, {
      ...{ trade: null, markets: [], closeAskedAt: null, closedInPart: false, movedExits: false },
    });
  const course = growing.get(made.tradeId);
  if (!course) return;
  const input = made.input as Given;
  for (const market of [made.moved?.mark, input.quote, input.mark, input.entryMark])
    course.markets.push(...marketOf(market, made.at));
  if (made.kind === 'REQUEST_CLOSE') {
    course.closeAskedAt ??= made.at;
    if (input.terms?.quantity) course.closedInPart = true;
  }
  if (made.kind === 'REQUEST_BRACKET') course.movedExits = true;
}

/** What inputs of several kinds have of markets and requests. */
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
  const isTwoSided = bid && ask && bid.greaterThan(0) && ask.greaterThanOrEqualTo(bid);
  return isTwoSided ? [{ at: receivedAt ?? at, bid, ask }] : [];
}
