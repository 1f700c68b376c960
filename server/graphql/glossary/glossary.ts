import type { GraphQLSchema } from 'graphql';
import { ALERT_KINDS } from '../alerts/alert-kinds.ts';
import { DRIFT_WORDS, GATE_WORDS } from '../strategies/rule-words.ts';
import { FIGURES } from './figures.ts';
import { nearNames, plain } from './near-names.ts';
import { enumValues, schemaTexts } from './schema-texts.ts';
import type { Figure, Figures, GlossaryTerm, TermGroup } from './term.ts';
import { ERROR_CODES } from './words/error-codes.ts';
import { EVENT_TYPES } from './words/event-types.ts';
import { INSPECTION_WORDS } from './words/inspection-rules.ts';
import { RISK_RULES } from './words/risk-rules.ts';

/** Words that are no enum of the schema, by the field that holds them. */
const WORDS: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  AlertKind: ['Alert.kind', ALERT_KINDS],
  TradeEventType: ['TradeEvent.type', EVENT_TYPES],
  ErrorCode: ['extensions.code', ERROR_CODES],
  RiskRule: ['RiskCheck.rule', RISK_RULES],
  InspectionRule: ['RiskCheck.rule', INSPECTION_WORDS],
  GateRule: ['PromotionGate.rule', GATE_WORDS],
  Cause: ['DriftCause.cause', DRIFT_WORDS],
};

/** What each figure and each word of the API means, and how to find them. */
export class Glossary {
  readonly terms: readonly GlossaryTerm[];
  readonly #texts: ReadonlyMap<string, string>;
  readonly #byName = new Map<string, GlossaryTerm[]>();

  constructor(schema: GraphQLSchema) {
    this.#texts = schemaTexts(schema);
    const groups = Object.entries(FIGURES) as [TermGroup, Figures][];
    const figures = groups.flatMap(([group, figures]) =>
      Object.entries(figures).map(([name, figure]) => this.#figure(name, group, figure)),
    );
    const values = enumValues(schema).map((name) => this.#word(name, name, this.#text(name)));
    const words = Object.entries(WORDS).flatMap(([list, [field, meanings]]) =>
      Object.entries(meanings).map(([name, text]) => this.#word(`${list}.${name}`, field, text)),
    );
    this.terms = [...figures, ...values, ...words];
  }

  /** The figures, words or schema parts with this name, in any spelling; empty when there are none. */
  find(name: string): readonly GlossaryTerm[] {
    const asked = plain(name);
    const known = this.#byName.get(asked) ?? [];
    const figures = known.filter(({ group }) => group !== 'WORD');
    const named = figures.filter((figure) => plain(figure.name) === asked);
    const found = [named, figures, known].find(({ length }) => length > 0);
    if (found) return found;
    const parts = [...this.#texts.keys()].filter((at) => namesOf(at).includes(asked));
    return parts.map((at) => wordOf(at, at, this.#text(at)));
  }

  near(name: string): readonly string[] {
    const names = [...this.#byName.values()].flatMap((terms) => terms.map((term) => term.name));
    return nearNames(name, names);
  }

  #figure(name: string, group: TermGroup, figure: Figure): GlossaryTerm {
    const { title, fields, unit, formula = null, saysNot = null, related = [] } = figure;
    const meaning = this.#text(fields[0]);
    const term = { name, title, group, meaning, unit, formula, saysNot, fields, related };
    return this.#index(term, [name, title, ...fields, ...(figure.aliases ?? [])]);
  }

  #word(name: string, field: string, meaning: string): GlossaryTerm {
    const term = wordOf(name, field, meaning);
    return this.#index(term, [name, term.title]);
  }

  #index(term: GlossaryTerm, names: readonly string[]): GlossaryTerm {
    for (const name of new Set(names.map(plain))) {
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), term]);
    }
    return term;
  }

  #text(at: string): string {
    const text = this.#texts.get(at);
    if (text === undefined) throw new Error(`The schema has no ${at}.`);
    return text;
  }
}

const BARE = { unit: null, formula: null, saysNot: null, related: [] };

function wordOf(name: string, field: string, meaning: string): GlossaryTerm {
  const title = lastOf(name);
  return { ...BARE, name, title, group: 'WORD', meaning, fields: [field] };
}

function lastOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

/** `Trade.events` is found as itself and as `events`. */
function namesOf(at: string): readonly string[] {
  return [plain(at), plain(lastOf(at))];
}
