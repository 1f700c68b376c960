import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../server/adapters/database/sql/migrate.ts';
import { openDatabase } from '../../server/adapters/database/sql/open-database.ts';
import { replay, type Asked } from '../../server/compose/replay.ts';
import { dec } from '../../server/domain/decimal.ts';
import { scratchFolder } from '../support/databases/scratch-folder.ts';
import type { OpenTestDatabase } from '../support/databases/databases.ts';
import { ADA, TradierDesk } from '../support/desks/tradier-desk.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

const DAY_MS = 86_400_000;
interface Row {
  readonly kind: string;
  readonly input: string;
}
const SAME = /^events (\d+) recorded ([0-9a-f]{64}) replayed \2$/;

describe('a replay of the books in DATA_DIR', () => {
  let t: TradierDesk;
  let dataDir: string;
  let printed: string[];
  beforeEach(async () => {
    dataDir = scratchFolder('replay');
    printed = [];
    t = await TradierDesk.start(inFolder(dataDir));
    const { id } = await t.place();
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { price: '1.50' });
    await t.sync();
    t.pass(60);
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.updatePosition(ADA, { bracket: { ...keyed, stopLoss: dec('1.20') } });
  });
  afterEach(() => t.close());

  const run = (asked: Partial<Asked> = {}) => {
    const from = new Date(NOON.getTime() - DAY_MS);
    const to = new Date(NOON.getTime() + DAY_MS);
    const whole: Asked = { from, to, user: null, books: ['PAPER', 'REAL'], whatIf: null, ...asked };
    const stores = { databaseUrl: null, realDatabaseUrl: null, dataDir };
    return replay(stores, whole, (line) => printed.push(line));
  };
  const events = () => t.fresh.knex('events').where({ kind: 'TRADE' }).orderBy('sequence');

  it('prints one line an event, the journal’s size by day, and last two equal hashes, each time the same', async () => {
    expect(await run()).toBe(true);
    const last = printed.at(-1)!;
    expect(last).toMatch(SAME);
    const [{ count } = { count: 0 }] = await t.fresh.knex('events').count('* as count');
    expect(SAME.exec(last)?.[1]).toBe(String(count));
    const lines = printed.filter((line) => line.startsWith('  PAPER '));
    expect(lines).toHaveLength(Number(count));
    expect(lines[1]).toMatch(
      /^ {2}PAPER 2 2026-03-10T16:00:00.000Z INTENT_STORED paper_\w+ Intent/,
    );
    expect(printed.at(-2)).toMatch(/^journal PAPER 2026-03-10: \d+ rows, \d+ bytes$/);
    printed = [];
    await run();
    expect(printed.at(-1)).toBe(last);
  });

  it('begins in the middle of a trade with what the log has of it', async () => {
    expect(await run({ from: new Date(NOON.getTime() + 60_000) })).toBe(true);
    expect(Number(SAME.exec(printed.at(-1)!)?.[1])).toBeGreaterThan(0);
    expect(printed.join()).not.toContain('INTENT_STORED paper_d0000000000000000000000001 Intent');
  });

  it('writes nothing', async () => {
    const bytes = () =>
      ['paper.sqlite', 'paper.sqlite-wal'].map((name) =>
        readFileSync(path.join(dataDir, name)).toString('base64'),
      );
    const before = bytes();
    await run();
    expect(bytes()).toEqual(before);
  });

  it('shows what comes out otherwise, and fails, where an input is another', async () => {
    const [row] = await t.fresh
      .knex<Row, Row[]>('decision_journal')
      .where({ kind: 'REQUEST_BRACKET' });
    const input = row!.input.replace('"1.2"', '"1.1"');
    expect(input).not.toBe(row!.input);
    await t.fresh.knex('decision_journal').where({ kind: 'REQUEST_BRACKET' }).update({ input });
    expect(await run()).toBe(false);
    expect(printed.at(-1)).toMatch(/^events \d+ recorded [0-9a-f]{64} replayed [0-9a-f]{64}$/);
    expect(printed.at(-1)).not.toMatch(SAME);
    const minus = printed.find((line) => line.startsWith('- '))!;
    const plus = printed.find((line) => line.startsWith('+ '))!;
    expect([minus, plus].map((line) => /→ (\S+) asked/.exec(line)?.[1])).toEqual(['1.2', '1.1']);
  });

  it('names the first event that no input of the journal made', async () => {
    const [, second] = (await events()) as { sequence: number; type: string }[];
    await t.fresh.knex('decision_journal').where({ first_sequence: second!.sequence }).delete();
    await expect(run()).rejects.toThrow(
      new RegExp(
        `^Event ${second!.sequence} \\(${second!.type} of .*\\) has no input in the journal`,
      ),
    );
    expect(printed.join()).not.toContain('recorded');
  });

  it('asks for a user where several have events, and names them', async () => {
    await t.fresh.book.openAccount('bob', dec(1), NOON);
    await expect(run()).rejects.toThrow('name one with --user. They are ada, bob.');
    expect(await run({ user: 'bob' })).toBe(true);
    expect(SAME.exec(printed.at(-1)!)?.[1]).toBe('1');
  });

  it('says where no book is, and where nobody has an event', async () => {
    const from = new Date('2031-01-01T00:00:00Z');
    expect(await run({ from, to: new Date(from.getTime() + DAY_MS) })).toBe(true);
    expect(SAME.exec(printed.at(-1)!)?.[1]).toBe('0');
    dataDir = scratchFolder('nothing');
    await expect(run()).rejects.toThrow(`No book of a desk is in ${dataDir}.`);
  });
});

/** Opens a PAPER book where a server would have it. */
function inFolder(dataDir: string): OpenTestDatabase {
  return async () => {
    const address = { file: path.join(dataDir, 'paper.sqlite') };
    const knex = openDatabase(address);
    await migrate(knex, 'book');
    const close = async () => void (await knex.destroy());
    return { knex, address, another: () => openDatabase(address), close };
  };
}
