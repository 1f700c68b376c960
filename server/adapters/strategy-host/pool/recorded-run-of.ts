import { RecordedRun, type RecordedCall } from '../../../domain/backtest/recorded-run.ts';
import type { DeskReads } from '../../../domain/strategy/strategy-run.ts';
import type { PackedCall, PackedRecord } from '../../../ports/backtest-pool.ts';
import { readsFromJson } from '../../database/sql/reads-json.ts';
import { unpack } from '../../database/sql/packed-text.ts';

/** Unpacks a call's reads only when they are used: a year of option chains fits no memory. */
export function recordedRun({ pieces, calls, spans, nearMs }: PackedRecord): RecordedRun {
  const callOf = ({ reads, ...call }: PackedCall): RecordedCall => ({
    ...call,
    reads:
      reads &&
      (() => {
        const text = Buffer.from(pieces[reads.piece]!.slice(reads.from, reads.to)).toString();
        return readsFromJson(JSON.parse(unpack(text)) as DeskReads);
      }),
  });
  return new RecordedRun(calls.map(callOf), spans, nearMs);
}
