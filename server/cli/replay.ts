import { parseArgs } from 'node:util';
import { replay, type Asked } from '../compose/replay.ts';
import { loadStores } from '../config.ts';
import { ConfigError } from '../config/problems.ts';
import { dec, type Decimal } from '../domain/decimal.ts';
import { NotReplayable } from '../usecases/replay/replayed-trades.ts';
import type { WhatIf } from '../usecases/replay/what-if-outcome.ts';

const USAGE =
  'Say which span to replay: npm run replay -- FROM TO [--user NAME] [--book PAPER|REAL] [--fill-model TOUCH|MID|CROSS|ORATS|INSTANT] [--stop-pct P] [--take-profit-pct P], with ISO instants.';
const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/**
 * `npm run replay -- FROM TO`: runs what the databases of DATA_DIR have recorded from FROM on and before TO again,
 * prints one line for each event and, as the last line, the hashes of what was recorded and of what was made again.
 * Writes nothing; the server may run meanwhile. Exits with 1, and the reason, where the record does not reach or
 * something comes out differently.
 */
async function main(args: readonly string[]): Promise<boolean> {
  const asked = given(args);
  return replay(loadStores(), asked, (line) => console.log(line));
}

/** @throws {ConfigError} */
function given(args: readonly string[]): Asked {
  const { positionals, values } = parsed(args);
  const [from, to, ...more] = positionals.map(instantOf);
  if (!from || !to || more.length > 0 || from >= to) throw new ConfigError([USAGE]);
  const { user = null, book } = values;
  if (book !== undefined && book !== 'PAPER' && book !== 'REAL') throw new ConfigError([USAGE]);
  return { from, to, user, books: book ? [book] : ['PAPER', 'REAL'], whatIf: whatIfOf(values) };
}

const MODELS = ['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT'] as const;

function whatIfOf(values: ReturnType<typeof parsed>['values']): WhatIf | null {
  const given = ['fill-model', 'stop-pct', 'take-profit-pct'] as const;
  if (given.every((name) => values[name] === undefined)) return null;
  const fillModel = MODELS.find((model) => model === values['fill-model']) ?? null;
  if (values['fill-model'] !== undefined && !fillModel) throw new ConfigError([USAGE]);
  const stopPct = percentOf(values['stop-pct']);
  return { fillModel, stopPct, takeProfitPct: percentOf(values['take-profit-pct']) };
}

/** More than 0 and less than 100,000 percent points; null: not given. */
function percentOf(text: string | undefined): Decimal | null {
  if (text === undefined) return null;
  if (!/^\d{1,5}(\.\d{1,6})?$/.test(text) || Number(text) === 0) throw new ConfigError([USAGE]);
  return dec(text);
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const whatIf = { 'fill-model': text, 'stop-pct': text, 'take-profit-pct': text };
    const options = { user: text, book: text, ...whatIf };
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new ConfigError([`${(error as Error).message} ${USAGE}`]);
  }
}

function instantOf(text: string): Date | null {
  const at = new Date(text);
  return INSTANT.test(text) && !Number.isNaN(at.getTime()) ? at : null;
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  const isKnown = error instanceof ConfigError || error instanceof NotReplayable;
  console.error(isKnown ? error.message : error);
  process.exitCode = 1;
}
