import type { TradingMode } from '../../domain/mode.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Question } from '../../domain/trade/open-questions.ts';
import { UNANSWERABLE } from '../../domain/trade/unanswerable.ts';
import type { Glossary } from './glossary.ts';
import { guideText, questionOf } from './guide.ts';
import { plain } from './near-names.ts';
import type { GlossaryTerm } from './term.ts';

export type ExplanationKind = 'TERM' | 'TRADE' | 'GUIDE' | 'UNANSWERABLE';

/** The explanation of a topic, without the story of a trade. */
export interface ToldTopic {
  readonly topic: string;
  readonly kind: ExplanationKind;
  readonly mode: TradingMode | null;
  readonly title: string;
  /** One text for each paragraph. */
  readonly text: readonly string[];
  readonly terms: readonly GlossaryTerm[];
  readonly unanswerable: readonly Question[];
}

/** Explains what a name stands for. @throws {Refusal} NOT_FOUND, with near names. */
export function explainName(glossary: Glossary, topic: string): ToldTopic {
  if (plain(topic) === 'guide') return aboutAll(glossary);
  if (plain(topic) === 'unanswerable') return aboutUnknowable();
  const terms = glossary.find(topic);
  const [first] = terms;
  if (!first) throw unknownTopic(glossary, topic);
  const names = terms.map(({ name }) => name);
  const related = terms.flatMap((term) => term.related).flatMap((name) => glossary.find(name));
  return {
    ...{ topic: first.name, kind: 'TERM', mode: null },
    title: first.title,
    text: terms.map(asText),
    terms: [...new Set([...terms, ...related])],
    unanswerable: UNANSWERABLE.filter(({ about }) =>
      about.some((name) => names.includes(name)),
    ).map(questionOf),
  };
}

/** Title, meaning, unit, formula and limits of a term, in one paragraph. */
export function asText({ name, title, meaning, unit, formula, saysNot }: GlossaryTerm): string {
  const head = title === name ? title : `${title} (${name})`;
  const parts = [
    `${head}: ${meaning}`,
    unit && `Unit: ${unit}.`,
    formula && `Calculated as ${formula}.`,
    saysNot && `It does not say: ${saysNot}`,
  ];
  return parts.filter(Boolean).join(' ');
}

function aboutAll({ terms }: Glossary): ToldTopic {
  return {
    ...{ topic: 'guide', kind: 'GUIDE', mode: null, title: 'Working with this desk' },
    text: guideText(),
    terms: terms.filter(({ group }) => group !== 'WORD'),
    unanswerable: UNANSWERABLE.map(questionOf),
  };
}

function aboutUnknowable(): ToldTopic {
  return {
    ...{ topic: 'unanswerable', kind: 'UNANSWERABLE', mode: null },
    title: 'What this desk cannot say',
    text: [],
    terms: [],
    unanswerable: UNANSWERABLE.map(questionOf),
  };
}

function unknownTopic(glossary: Glossary, topic: string): Refusal {
  const near = glossary.near(topic);
  const hint = near.length > 0 ? ` Similar topics: ${near.join(', ')}.` : '';
  return new Refusal(
    'NOT_FOUND',
    `There is no such topic.${hint} The topic guide lists all figures.`,
    {
      near,
    },
  );
}
