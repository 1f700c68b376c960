import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { UNANSWERABLE } from '../../server/domain/trade/unanswerable.ts';
import { explainName } from '../../server/graphql/glossary/explanation.ts';
import { FIGURES } from '../../server/graphql/glossary/figures.ts';
import { Glossary } from '../../server/graphql/glossary/glossary.ts';
import { guide } from '../../server/graphql/glossary/guide.ts';
import { schemaTexts } from '../../server/graphql/glossary/schema-texts.ts';
import { RISK_RULES } from '../../server/graphql/glossary/words/risk-rules.ts';
import { createSchema } from '../../server/graphql/schema.ts';
import { filesUnder } from '../support/servers/files-under.ts';

let schema: GraphQLSchema;
let glossary: Glossary;
beforeAll(async () => {
  schema = await createSchema();
  glossary = new Glossary(schema);
});

const figures = Object.values(FIGURES).flatMap((group) => Object.entries(group));

/** Types whose numbers are figures that a screen or an assistant shows. */
const SHOWN = [
  ...['Portfolio', 'Position', 'Trade', 'TradePreview', 'TradeStats', 'AiStats', 'Greeks', 'Mark'],
  ...['PriceInfo', 'PricePoint', 'SystemStatus', 'LimitUse', 'Limits', 'DriftReport', 'NoTrade'],
  ...['PromotionReport', 'Backtest', 'SweepOverfitting', 'InvariantCheck'],
];

/** Numbers that mean what they are called: terms of a contract or an order, and counts of a run. */
const PLAIN = new Set([
  ...['Position.decimals', 'Trade.decimals', 'Trade.strike', 'Trade.limitPrice', 'Trade.stopPrice'],
  ...['Backtest.progress', 'Backtest.bars', 'SweepOverfitting.runs', 'SweepOverfitting.days'],
]);

describe('the glossary', () => {
  it('has the schema’s own text as the meaning of each figure', () => {
    const texts = schemaTexts(schema);
    for (const [name, { fields }] of figures) {
      const [term, ...others] = glossary.find(name);
      expect(others, name).toEqual([]);
      expect(term, name).toMatchObject({ name, meaning: texts.get(fields[0]) });
      expect(fields.filter((at) => !texts.has(at))).toEqual([]);
    }
  });

  it('has every number that is shown', () => {
    const numbers = SHOWN.flatMap((name) => {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`No type ${name}`);
      return Object.values(type.getFields())
        .filter((field) =>
          ['Decimal', 'Float', 'Int', 'Estimate'].includes(getNamedType(field.type).name),
        )
        .map((field) => `${name}.${field.name}`);
    });
    const told = new Set(glossary.terms.flatMap(({ fields }) => fields));
    expect(numbers.filter((at) => !told.has(at) && !PLAIN.has(at))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(100);
  });

  it('has every rule that may refuse an entry', () => {
    const server = path.join(import.meta.dirname, '../../server');
    const named = filesUnder(path.join(server, 'domain'))
      .concat(filesUnder(path.join(server, 'usecases')))
      .filter((file) => /\/(risk|strategy|trading|steps|orders)\//.test(file))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:rule: |\b(?:atMost|below|use)\(\s*)'([A-Z_]+)'/g,
        ),
      ])
      .map(([, rule]) => rule!);
    expect(named).toContain('MAX_DAILY_LOSS');
    expect(named).toContain('QUOTE');
    expect([...new Set(named)].filter((rule) => !(rule in RISK_RULES))).toEqual([]);
  });

  it('names each term once, and refers to terms alone', () => {
    const names = glossary.terms.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const known = new Set(figures.map(([name]) => name));
    const related = figures.flatMap(([, figure]) => figure.related ?? []);
    const asked = UNANSWERABLE.flatMap(({ about }) => about);
    expect([...related, ...asked].filter((name) => !known.has(name))).toEqual([]);
  });

  it('finds every term by its name, in any spelling', () => {
    const spelled = fc
      .constantFrom(...glossary.terms.map(({ name }) => name))
      .chain((name) =>
        fc.tuple(
          fc.constant(name),
          fc.array(fc.constantFrom('', ' ', '-', '_'), { minLength: 1, maxLength: 5 }),
          fc.boolean(),
        ),
      );
    fc.assert(
      fc.property(spelled, ([name, gaps, loud]) => {
        const odd = [...name].map((letter, at) => letter + gaps[at % gaps.length]!).join('');
        const found = glossary.find(loud ? odd.toUpperCase() : odd);
        expect(found.map((term) => term.name)).toContain(name);
      }),
    );
  });
});

describe('a topic', () => {
  it('is a figure with what it does not say, and what no data answers', () => {
    const told = explainName(glossary, 'Net P&L');
    expect(told).toMatchObject({ topic: 'netPnl', kind: 'TERM', mode: null, title: 'Net P&L' });
    expect(told.text[0]).toMatch(/^Net P&L \(netPnl\): .*realizedPnl − fees.*It does not say: /);
    expect(told.terms.map(({ name }) => name)).toEqual([
      'netPnl',
      'realizedPnl',
      'fees',
      'totalPnl',
    ]);
    expect(told.unanswerable.map(({ question }) => question)).toContain('What tax is due on it?');
  });

  it.each([
    ['NEEDS_REVIEW', ['TradeStatus.NEEDS_REVIEW', 'AlertKind.NEEDS_REVIEW']],
    ['idempotency mismatch', ['ErrorCode.IDEMPOTENCY_MISMATCH']],
    ['BUYING_POWER', ['buyingPower']],
    ['RiskRule.BUYING_POWER', ['RiskRule.BUYING_POWER']],
    ['look-ahead', ['GateRule.LOOK_AHEAD']],
    ['TOUCH', ['FillModel.TOUCH']],
    ['Trade.events', ['Trade.events']],
    ['PlaceTradeInput.paperTwin', ['PlaceTradeInput.paperTwin']],
    ['mfe', ['maxFavorableExcursion']],
  ])('%s is found', (topic, names) => {
    expect(explainName(glossary, topic).terms.map(({ name }) => name)).toEqual(
      expect.arrayContaining(names),
    );
  });

  it('that nobody knows is NOT_FOUND with those that are spelled like it', () => {
    const ask = () => explainName(glossary, 'expectansy');
    expect(ask).toThrow(/Similar topics: expectancy/);
    const near = ['expectancy', 'expected', 'GateRule.EXPECTANCY'];
    expect(ask).toThrow(expect.objectContaining({ code: 'NOT_FOUND', detail: { near } }) as Error);
    expect(() => explainName(glossary, '你好 ☃')).toThrow('There is no such topic. The');
  });

  it('guide is how one works here, and unanswerable what nobody can know', () => {
    const told = explainName(glossary, 'Guide');
    expect(told.kind).toBe('GUIDE');
    expect(told.text.join('\n')).toContain('Take a strategy from an idea to PAPER.\n1. ');
    expect(told.terms).toHaveLength(figures.length);
    const open = explainName(glossary, 'unanswerable');
    expect(open.unanswerable).toHaveLength(UNANSWERABLE.length);
    expect(open.unanswerable[0]).not.toHaveProperty('about');
  });
});

describe('the guide', () => {
  it('names only tools that the contract has, and those of forecasts', () => {
    const tools = new Set([
      ...['desk_status', 'portfolio', 'trades', 'trade', 'stats', 'quotes', 'option_chain'],
      ...['candles', 'strategies', 'promotion', 'backtest', 'drift', 'explain', 'save_strategy'],
      ...['run_backtest', 'cancel_backtest', 'start_strategy', 'stop_strategy', 'prepare'],
      ...['confirm_paper', 'confirm_real'],
      ...['record_forecast', 'forecasts', 'forecast_stats'],
    ]);
    const steps = guide(glossary).ways.flatMap((way) => way.steps);
    expect(steps.filter(({ tool }) => tool !== null && !tools.has(tool))).toEqual([]);
  });

  it('has every figure, the words of each list and the unanswerable', () => {
    const { figures: told, words, unanswerable } = guide(glossary);
    expect(told).toHaveLength(figures.length);
    for (const [list, meanings] of Object.entries(words)) {
      expect(Object.keys(meanings).length, list).toBeGreaterThan(1);
    }
    expect(words['TradeStatus']?.['SL_HIT']).toBe('Closed by its stop-loss.');
    expect(unanswerable).toHaveLength(UNANSWERABLE.length);
  });
});

describe('the screens', () => {
  const CLIENT = path.join(import.meta.dirname, '../../client');
  const uses = filesUnder(CLIENT)
    .filter((file) => file.endsWith('.svelte'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<Explained\s+term="([\w.]+)"/g)].map(([, name]) => ({
        folder: path.relative(CLIENT, file).split(path.sep)[0]!,
        name: name!,
      })),
    );

  it('explain only what the glossary has', () => {
    const known = new Set(figures.map(([name]) => name));
    expect(uses.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  it.each(['portfolio', 'trade', 'ticket', 'analytics', 'strategies', 'prices', 'safety'])(
    '%s explains its figures',
    (folder) => {
      expect(uses.filter((use) => use.folder === folder).length).toBeGreaterThan(1);
    },
  );
});
