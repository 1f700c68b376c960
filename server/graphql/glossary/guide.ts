import type { Question } from '../../domain/trade/open-questions.ts';
import { UNANSWERABLE } from '../../domain/trade/unanswerable.ts';
import type { Glossary } from './glossary.ts';
import type { GlossaryTerm } from './term.ts';
import { ABOUT, WAYS, type Way } from './ways-of-working.ts';

/** What an assistant reads first: how to work here, what each figure means and what cannot be known. */
export interface Guide {
  readonly about: readonly string[];
  readonly ways: readonly Way[];
  readonly figures: readonly GlossaryTerm[];
  /** Meanings by list and word: `words.TradeStatus.OPEN`. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly unanswerable: readonly Question[];
}

/** Lists of words that an assistant meets; `explain` also knows all others. */
const LISTS = [
  ...['TradeStatus', 'TradePhase', 'OrderStatus', 'Protection', 'ProtectionCause', 'AiVerdict'],
  ...['BacktestStatus', 'StrategyStage', 'StrategyRunStatus', 'Verdict', 'GateRule', 'NoTradeCode'],
  ...['Cause', 'FillModel', 'KillSwitchLevel', 'ErrorCode', 'RiskRule'],
];

export function guide(glossary: Glossary): Guide {
  return {
    about: ABOUT,
    ways: WAYS,
    figures: glossary.terms.filter(({ group }) => group !== 'WORD'),
    words: Object.fromEntries(LISTS.map((list) => [list, wordsOf(glossary, list)])),
    unanswerable: UNANSWERABLE.map(questionOf),
  };
}

/** The guide’s ways as text, a paragraph each. */
export function guideText(): readonly string[] {
  const told = WAYS.map(({ title, steps }) =>
    [
      `${title}.`,
      ...steps.map(({ tool, text }, at) => `${at + 1}. ${tool ? `${tool}: ` : ''}${text}`),
    ].join('\n'),
  );
  return [...ABOUT, ...told];
}

export function questionOf({ question, why, instead }: Question): Question {
  return { question, why, instead };
}

function wordsOf({ terms }: Glossary, list: string): Readonly<Record<string, string>> {
  const words = terms.filter(({ group, name }) => group === 'WORD' && name.startsWith(`${list}.`));
  return Object.fromEntries(words.map(({ title, meaning }) => [title, meaning]));
}
