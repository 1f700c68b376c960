import type { Username } from '../../domain/ids.ts';
import type { JournalledDecision } from '../../ports/decision-made.ts';
import type { LogSpan, NumberedLine, ReplayRecord } from '../../ports/replay-record.ts';
import { NotReplayable, ReplayedTrades } from './replayed-trades.ts';

/** Lines of the log that are read and run at a time. */
const AT_ONCE = 500;

/** A line as it was recorded, and as the replay made it again; null on the side that has none. */
export interface ReplayedLine {
  readonly recorded: NumberedLine | null;
  readonly replayed: NumberedLine | null;
}

/**
 * Runs a span of a user's log and journal again, on the recorded clock: the same rules on the same inputs, each
 * decision from what the one before it made. A line of the log that belongs to no trade is an input itself, and
 * passes as it was recorded.
 * @throws {NotReplayable} at the first event whose decision is not recorded, or cannot be made again.
 */
export async function* replaySpan(
  record: ReplayRecord,
  username: Username,
  span: LogSpan,
): AsyncGenerator<ReplayedLine> {
  const trades = new ReplayedTrades((id) => record.before(username, id, span.first));
  for (let first = span.first; first <= span.last;) {
    const last = Math.min(first + AT_ONCE - 1, span.last);
    const decisions = await record.decisions(username, { first, last });
    // A decision whose lines begin in the span may end after it.
    const end = Math.max(last, decisions.at(-1)?.last ?? last);
    const lines = await record.lines(username, { first, last: end });
    yield* replayed(record, trades, lines, decisions);
    first = end + 1;
  }
}

async function* replayed(
  record: ReplayRecord,
  trades: ReplayedTrades,
  lines: readonly NumberedLine[],
  decisions: readonly JournalledDecision[],
): AsyncGenerator<ReplayedLine> {
  const madeBy = new Map(decisions.map((made) => [made.first, made]));
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    if (line.kind === 'BOOK') {
      yield { recorded: line, replayed: line };
      at += 1;
      continue;
    }
    const made = madeBy.get(line.sequence) ?? notJournalled(line);
    const recorded = lines.slice(at, at + made.last - made.first + 1);
    const again = linesAgain(record, made, await trades.again(made));
    for (let place = 0; place < Math.max(recorded.length, again.length); place += 1)
      yield { recorded: recorded[place] ?? null, replayed: again[place] ?? null };
    at += recorded.length;
  }
}

function linesAgain(
  record: ReplayRecord,
  { first }: JournalledDecision,
  { before, after, events }: Parameters<ReplayRecord['asLogged']>[0],
): readonly NumberedLine[] {
  const lines = record.asLogged({ before, after, events });
  return lines.map((line, place) => ({ ...line, sequence: first + place }));
}

function notJournalled({ sequence, type, occurredAt, tradeId }: NumberedLine): never {
  throw new NotReplayable(
    `Event ${sequence} (${type} of ${tradeId}, ${occurredAt.toISOString()}) has no input in the journal: it is older than the journal, or nothing of the desk made it.`,
  );
}
