import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import coreRules from './core-rules.json' with { type: 'json' };
import { violations } from './cruise.ts';
import { RUNNING, WRITTEN } from './rules.ts';
import { breaches, runningImports } from './running.ts';

/** Forbidden imports, of `what` in the file `where`. */
const WRITTEN_WRONG: readonly (readonly [title: string, where: string, what: string])[] = [
  ['a file of the domain reads files', 'server/domain/trade/a.ts', 'node:fs'],
  ['a use case opens a connection', 'server/usecases/orders/b.ts', 'node:http'],
  ['a use case knows the database library', 'server/usecases/book/c.ts', 'knex'],
  ['a rule knows decimal.js itself', 'server/domain/trade/d.ts', 'decimal.js'],
  ['a screen imports the domain', 'client/trade/e.ts', 'server/domain/order/order.ts'],
  ['the server imports a screen', 'server/http/f.ts', 'client/lib/format.ts'],
  ['one brand imports another', 'server/adapters/tradier/g.ts', 'server/adapters/simulated/x.ts'],
  ['what answers HTTP imports the domain', 'server/http/h.ts', 'server/domain/order/order.ts'],
  ['a new folder of the server is no ring', 'server/helpers/i.ts', 'server/domain/order/order.ts'],
  ['a ring imports an unlisted one', 'server/graphql/trade/j.ts', 'server/helpers/x.ts'],
  [
    'the calendar imports statistics',
    'server/domain/calendar/k.ts',
    'server/domain/statistics/x.ts',
  ],
  ['the environment is taken from the process', 'server/http/l.ts', 'node:process'],
  ['a use case imports an adapter', 'server/usecases/marks/m.ts', 'server/adapters/wire/x.ts'],
  ['the API makes an adapter', 'server/graphql/status/n.ts', 'server/adapters/system/x.ts'],
  ['a lower folder of screens imports a higher one', 'client/lib/o.ts', 'client/trade/x.ts'],
  ['a migration imports a rule', 'migrations/book/p.ts', 'server/domain/trade/x.ts'],
  ['the PAPER book imports the REAL one', 'server/compose/paper.ts', 'server/compose/real.ts'],
  ['a use case knows Solana’s library', 'server/usecases/orders/r.ts', '@solana/kit'],
  [
    'another adapter knows Solana’s library',
    'server/adapters/jupiter/s.ts',
    '@solana-program/token',
  ],
  [
    'the REAL book that is off imports a signer',
    'server/compose/real-shut.ts',
    'server/adapters/solana/wallet-signer.ts',
  ],
  ['a step imports a use case above it', 'server/usecases/steps/q.ts', 'server/usecases/book/x.ts'],
];

/** A forbidden path over a file between, whose two imports each rule allows. */
const REACHED = [
  ['server/compose/paper.ts', 'server/compose/between.ts'],
  ['server/compose/between.ts', 'server/config/environment.ts'],
] as const;

/** Paths to a signer over a file that may be imported. */
const SIGNED = [
  ['server/compose/paper.ts', 'server/adapters/jupiter/market.ts'],
  ['server/adapters/jupiter/market.ts', 'server/adapters/jupiter/jupiter-swaps.ts'],
  ['server/cli/look.ts', 'server/adapters/jupiter/market.ts'],
] as const;

const CYCLES = [
  ['client/ticket/one.ts', 'client/ticket/two.ts'],
  ['client/ticket/two.ts', 'client/ticket/one.ts'],
  ['server/domain/order/one.ts', 'server/domain/order/two.ts'],
  ['server/domain/order/two.ts', 'server/domain/order/one.ts'],
] as const;

/** Acts that are forbidden in a file of the core and need no import. */
const UNIMPORTED = [
  ['asks another machine', 'export const a = () => fetch("https://example.com");'],
  ['waits by the machine’s time', 'export const a = () => setTimeout(() => undefined, 1);'],
  ['repeats by the machine’s time', 'export const a = () => setInterval(() => undefined, 1);'],
  ['reads the environment', 'export const a = process.env.HOME;'],
  ['reads the environment by way of the global', 'export const a = globalThis.process.env.HOME;'],
  ['reads the machine’s clock', 'export const a = Date.now();'],
  ['makes the present', 'export const a = new Date();'],
  ['throws dice', 'export const a = Math.random();'],
  ['makes money a float', 'export const a = parseFloat("1.10");'],
  ['reads how a reason ends', 'export const a = ({ reason }) => reason?.endsWith("yet.");'],
  ['looks into a venue’s word', 'export const a = (b) => b.rawStatus.includes("cancel");'],
  ['takes a message apart', 'export const a = (event) => /^Reviewed: (.*)$/.exec(event.message);'],
] as const;

let found: readonly string[];
let tree: string;

beforeAll(async () => {
  tree = mkdtempSync(path.join(os.tmpdir(), 'planted-'));
  const imports = new Map<string, string[]>();
  for (const [where, what] of [
    ...WRITTEN_WRONG.map(([, from, to]) => [from, to] as const),
    ...REACHED,
    ...SIGNED,
    ...CYCLES,
  ]) {
    imports.set(where, [...(imports.get(where) ?? []), what]);
    if (what.includes('/')) imports.set(what, imports.get(what) ?? []);
  }
  for (const [file, named] of imports) plant(file, named);
  const folders = ['server', 'client', 'migrations'];
  found = [
    ...(await violations(tree, folders, WRITTEN)),
    ...breaches(await runningImports(tree, 'server'), RUNNING),
  ];
});

afterAll(() => rmSync(tree, { recursive: true }));

function plant(file: string, named: readonly string[]): void {
  const full = path.join(tree, file);
  mkdirSync(path.dirname(full), { recursive: true });
  const lines = named.map((what) => {
    const relative = path.relative(path.dirname(file), what);
    const local = /^(server|client|migrations)\//.test(what);
    const beside = relative.startsWith('.') ? relative : `./${relative}`;
    return `import '${local ? beside : what}';`;
  });
  writeFileSync(full, [...lines, 'export const planted = 1;', ''].join('\n'));
}

describe('a planted import is found where', () => {
  it.each(WRITTEN_WRONG)('%s', (_title, where, what) => {
    const named = what.replace(/^node:/, '');
    const edge = new RegExp(`^${where.replaceAll('.', '\\.')} -> (node:)?${named}`);
    expect(found.filter((line) => edge.test(line))).not.toEqual([]);
  });

  it('the PAPER book reaches all variables by way of another file', () => {
    const [[from], [, to]] = REACHED;
    expect(found.filter((line) => line.startsWith(`${from} -> ${to} (the PAPER`))).toHaveLength(1);
  });

  it.each([
    ['server/compose/paper.ts', 'the PAPER'],
    ['server/cli/look.ts', 'no tool'],
  ])('%s reaches what sends a wallet’s swaps by way of another file', (from, rule) => {
    const edge = `${from} -> ${SIGNED[1][1]} (${rule}`;
    expect(found.filter((line) => line.startsWith(edge))).toHaveLength(1);
  });

  it.each([CYCLES[0], CYCLES[2]])('%s and %s import each other', (one, two) => {
    expect(found).toContain(`${one} -> ${two} (no cycles)`);
  });
});

describe('a planted line is found where a file of the core', () => {
  const linter = new Linter();
  const CORE = coreRules as unknown as Linter.RulesRecord;

  it.each(UNIMPORTED)('%s', (_title, line) => {
    expect(linter.verify(line, [{ rules: CORE }]).map(({ ruleId }) => ruleId)).not.toEqual([]);
  });

  it('does nothing wrong', () => {
    expect(linter.verify('export const a = (now) => now.getTime();', [{ rules: CORE }])).toEqual(
      [],
    );
  });
});
