import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BEGIN_KINDS, CHANGE_KINDS } from '../../../server/usecases/replay/decision-kinds.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../server');
const FILES = ['usecases', 'adapters', 'compose', 'jobs', 'loops', 'graphql']
  .flatMap((ring) =>
    readdirSync(path.join(ROOT, ring), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(ring, file),
    ),
  )
  .filter((file) => file.endsWith('.ts'));
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const filesWith = (pattern: RegExp) => FILES.filter((file) => pattern.test(textOf(file)));

describe('whatever changes a trade', () => {
  it('is a kind of decision that a replay knows', () => {
    const kinds = FILES.flatMap((file) =>
      [...textOf(file).matchAll(/(?:ChangeKind|BeginKind)<[\s\S]*?> =\s+\{\s+name: '(\w+)'/g)].map(
        ([, name]) => name!,
      ),
    );
    expect(kinds.length).toBeGreaterThan(35);
    expect(kinds.sort()).toEqual([...BEGIN_KINDS.keys(), ...CHANGE_KINDS.keys()].sort());
  });

  it('is stored with its input alone: nothing else makes a draft that is stored', () => {
    expect(filesWith(/(?:TradeDraft\.of|new TradeDraft)\(/)).toEqual([
      'usecases/steps/decision.ts',
      'usecases/trading/entry-kinds.ts',
      // A preview stores nothing.
      'usecases/trading/preview-split.ts',
    ]);
    expect(filesWith(/change\.save\(/)).toEqual([
      'usecases/steps/change-trade.ts',
      'usecases/trading/adopt-holding.ts',
    ]);
  });
});
