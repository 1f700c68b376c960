import type { GraphQLField, GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../server/graphql/schema.ts';
import { schemaOfArguments } from '../../server/mcp/input-schema.ts';
import type { McpDeps, McpTool } from '../../server/mcp/tool.ts';
import { TOOLS } from '../../server/mcp/tools.ts';

/** The contract's field for a tool, where it is not the tool's name in camel case. */
const FIELDS: Readonly<Record<string, string>> = { desk_status: 'systemStatus' };
/** Further arguments of tools: where a long list goes on, and which part of a backtest is returned. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  portfolio: ['skip'],
  trade: ['skip'],
  stats: ['skip'],
  quotes: ['skip'],
  option_chain: ['skip'],
  candles: ['skip'],
  strategies: ['skip'],
  backtest: ['part', 'after', 'skip'],
  drift: ['first', 'after'],
  explain: ['skip'],
};
const NAMES =
  `desk_status portfolio trades trade stats quotes option_chain candles strategies promotion backtest
  drift explain save_strategy run_backtest cancel_backtest start_strategy stop_strategy`.split(
    /\s+/,
  );

let schema: GraphQLSchema;
let tools: readonly McpTool[];
beforeAll(async () => {
  schema = await createSchema();
  // No desk is needed, because a tool is made from the schema alone.
  tools = TOOLS.map((make) => make({ schema } as McpDeps));
});

function fieldOf(name: string): GraphQLField<unknown, unknown> {
  const field = FIELDS[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const { [field]: query } = schema.getQueryType()!.getFields();
  return query ?? schema.getMutationType()!.getFields()[field]!;
}

describe('the arguments of a tool', () => {
  it.each(NAMES)('are those of its field, with the same words: %s', (name) => {
    const { inputSchema } = tools.find((each) => each.name === name)!;
    const properties = inputSchema.properties as Record<string, { description?: string }>;
    const { args } = fieldOf(name);
    const names = args.map((argument) => argument.name);
    expect(Object.keys(properties).sort()).toEqual([...names, ...(BESIDE[name] ?? [])].sort());
    const isPaper = ['start_strategy', 'stop_strategy'].includes(name);
    for (const argument of args) {
      if (isPaper && argument.name === 'mode') {
        expect(properties.mode).toMatchObject({ enum: ['PAPER'] });
        expect(inputSchema.required).not.toContain('mode');
        continue;
      }
      expect(properties[argument.name]!.description).toBe(argument.description);
    }
  });

  it('are required where GraphQL requires them, and null is one where GraphQL takes it', () => {
    const { properties, required } = schemaOfArguments(fieldOf('trades').args);
    expect(required).toEqual(['mode']);
    expect(properties.mode).toMatchObject({ type: 'string', enum: ['PAPER', 'REAL'] });
    expect(properties.phase).toMatchObject({
      anyOf: [{ type: 'string', enum: ['PENDING', 'OPEN', 'CLOSED'] }, { type: 'null' }],
    });
    expect(properties.order).toMatchObject({ type: 'string', default: 'PLACED' });
  });

  it('say of a whole input what its fields are', () => {
    const { properties } = schemaOfArguments(fieldOf('run_backtest').args);
    expect(properties.input).toMatchObject({
      ...{ type: 'object', additionalProperties: false },
      required: ['strategyId', 'symbols', 'from', 'to'],
      properties: {
        symbols: { type: 'array', items: { type: 'string' } },
        from: { type: 'string', format: 'date-time' },
        cash: { anyOf: [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'null' }] },
        fees: { anyOf: [{ type: 'object', additionalProperties: false }, { type: 'null' }] },
      },
    });
  });
});

it('no tool writes but those of strategies and forecasts, and those that confirm', () => {
  const confirming = ['confirm_paper', 'confirm_real', 'record_forecast'];
  const writing = tools.filter(({ annotations }) => !annotations.readOnlyHint);
  const names = writing.map(({ name }) => name).filter((name) => !confirming.includes(name));
  expect(names.filter((name) => name !== 'prepare')).toEqual(NAMES.slice(-5));
});
