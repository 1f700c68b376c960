import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, visit, type ExecutableDefinitionNode } from 'graphql';

const CLIENT = path.resolve(import.meta.dirname, '..', '..', '..', 'client');

/** The text of one of the dashboard's own operations, with the fragments that it needs. */
export function clientDocument(operation: string): string {
  const all = clientDefinitions();
  const needed = new Set<ExecutableDefinitionNode>();
  const need = (kind: Kind, name: string): void => {
    const found = all.find((each) => each.kind === kind && each.name?.value === name);
    if (!found) throw new Error(`The dashboard has no ${name}`);
    if (needed.has(found)) return;
    needed.add(found);
    visit(found, { FragmentSpread: (spread) => need(Kind.FRAGMENT_DEFINITION, spread.name.value) });
  };
  need(Kind.OPERATION_DEFINITION, operation);
  return print({ kind: Kind.DOCUMENT, definitions: [...needed] });
}

/** The dashboard's subscription to the log, from a cursor on. */
export function tradesChangedAfter(): string {
  return [
    ['($mode: TradingMode!)', '($mode: TradingMode!, $after: String)'],
    ['tradesChanged(mode: $mode)', 'tradesChanged(mode: $mode, after: $after)'],
  ].reduce((text, [now, then]) => {
    if (!text.includes(now!)) throw new Error(`The dashboard's TradesChanged has no ${now}`);
    return text.replace(now!, then!);
  }, clientDocument('TradesChanged'));
}

function clientDefinitions(): readonly ExecutableDefinitionNode[] {
  const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => parse(readFileSync(path.join(CLIENT, file), 'utf8')).definitions)
    .filter((each) => 'selectionSet' in each);
}
