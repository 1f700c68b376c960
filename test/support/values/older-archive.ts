import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  PartDigest,
  sha256,
  stateHashOf,
  TableDigest,
  type Header,
  type TableLine,
} from '../../../server/adapters/database/backup/archive-lines.ts';
import type { Row, Value } from '../../../server/adapters/database/backup/canonical-rows.ts';
import type { PartName } from '../../../server/adapters/database/backup/kept-table.ts';

/** Migrations of a book that an older program did not know, and the tables and columns that they added. */
const LATER = /^00(2[6-9]|[3-9]\d)_/;
const LATER_TABLES =
  /^(paper_|account_funds$|switch_causes$|wallet_|strategy_runs$|run_|drift_|forecast|mandate_|decision_)/;
const LATER_COLUMNS =
  /^(token_(ticker|settlement|market|decimals)|slippage_pct|pays|twin_of|adopted_at|fill_fit|close_confirmed_price|strategy_(run|id|version)|swap_\w+)$/;

/** Writes a backup as a program from before tokens would have written it. */
export function writeOlder(file: string, older: string): void {
  const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const out = [asOlder(JSON.parse(header) as Header)];
  const parts: ReturnType<PartDigest['end']>[] = [];
  let part: PartDigest | null = null;
  let table: { digest: TableDigest; kept: readonly number[] } | null = null;
  let skipping = false;
  const close = () => {
    if (table) part?.add(table.digest);
    table = null;
  };
  for (const text of lines) {
    const line = JSON.parse(text) as Value[] | { part?: PartName; table?: string; parts?: unknown };
    if (Array.isArray(line)) {
      if (skipping) continue;
      const row: Row = table!.kept.map((at) => line[at]!);
      const shorter = JSON.stringify(row);
      table!.digest.add(`${shorter}\n`, 1, [row]);
      out.push(shorter);
    } else if (line.table !== undefined) {
      close();
      skipping = LATER_TABLES.test(line.table);
      if (skipping) continue;
      const whole = line as TableLine;
      const old = (columns: readonly string[]) =>
        columns.filter(
          (column) => !(/^(trades|orders)$/.test(whole.table) && LATER_COLUMNS.test(column)),
        );
      const columns = old(whole.columns);
      const shorter = { ...whole, columns, hashed: old(whole.hashed) };
      const kept = columns.map((column) => whole.columns.indexOf(column));
      table = { digest: new TableDigest(shorter), kept };
      out.push(JSON.stringify(shorter));
    } else {
      close();
      if (part) parts.push(part.end());
      part = line.part ? new PartDigest(line.part) : null;
      if (line.part) out.push(text);
    }
  }
  const trailer = { sha256: sha256(out[0]!), parts, stateHash: stateHashOf(parts) };
  writeFileSync(older, gzipSync(`${[...out, JSON.stringify(trailer)].join('\n')}\n`));
}

function asOlder(header: Header): string {
  const parts = header.parts.map((part) => ({
    ...part,
    migrations: part.book ? part.migrations.filter((name) => !LATER.test(name)) : part.migrations,
  }));
  return JSON.stringify({ ...header, parts });
}
