import type { Decimal } from '../decimal.ts';
import { judgedRounds, standingOf, type JudgeTerms } from './judge-price.ts';
import { judgedSources } from './judged-sources.ts';
import type { JudgedSource, SourceRefusal } from './judged-price.ts';
import type { PriceRound, PriceSource } from './observation.ts';
import { historiesOf } from './price-history.ts';

/** A run of rounds in a row in which a source did not count, for the same reason. */
export interface RefusedSpell {
  readonly source: PriceSource;
  readonly refused: SourceRefusal;
  /** The reason in words. */
  readonly reason: string;
  /** The last price that it gave, though it did not count; null where it gave none. */
  readonly price: Decimal | null;
  /** Start of the first of these rounds; earlier than the judged rounds is unknown. */
  readonly since: Date;
  /** Start of the last of these rounds. */
  readonly until: Date;
  readonly rounds: number;
}

/**
 * The sources that did not count in the last rounds, and why, the newest spell first. Each round is judged by
 * the answers up to it, from the same rows as prices.
 */
export function refusedLately(
  rounds: readonly PriceRound[],
  { roundMs, earlier = [] }: Pick<JudgeTerms, 'roundMs' | 'earlier'>,
): readonly RefusedSpell[] {
  const [last, known] = judgedRounds(rounds, earlier);
  const spells: RefusedSpell[] = [];
  let open: readonly RefusedSpell[] = [];
  for (const [n, history] of historiesOf(last, known, roundMs).entries()) {
    const at = last[n]?.at;
    if (!at) continue;
    const { agreement, trouble } = standingOf(history, at, roundMs);
    const now = judgedSources(history.standings, agreement, trouble).flatMap((source) =>
      spellOf(source, at, open),
    );
    spells.push(...open.filter((spell) => !now.some((each) => isOf(each, spell))));
    open = now;
  }
  return [...spells, ...open].sort((a, b) => b.until.getTime() - a.until.getTime());
}

function spellOf(
  { source, refused, reason, price }: JudgedSource,
  at: Date,
  open: readonly RefusedSpell[],
): readonly RefusedSpell[] {
  if (refused === null || reason === null) return [];
  const before = open.find((spell) => isOf(spell, { source, refused }));
  const [since, rounds] = before ? [before.since, before.rounds + 1] : [at, 1];
  return [{ source, refused, reason, price, since, until: at, rounds }];
}

function isOf(a: Pick<RefusedSpell, 'source' | 'refused'>, b: typeof a): boolean {
  return a.source === b.source && a.refused === b.refused;
}
