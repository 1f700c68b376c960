import { Kind, visit, type DocumentNode } from 'graphql';
import type { Variables } from './coerce-variables.ts';
import type { InputPaths } from './input-paths.ts';
import { refuse } from './refused.ts';

const LONGEST_TEXT = 10_000;
const LONGEST_LIST = 500;
const DEEPEST = 50;
/** Text that our databases cannot store: NUL and lone surrogates. */
const UNKEEPABLE = /\0|\p{Surrogate}/u;

/** @throws {OperationRefused} BAD_USER_INPUT for texts and lists that are too long, in variables and literals. */
export function checkInputLimits(
  document: DocumentNode,
  variables: Variables,
  paths: InputPaths,
): void {
  visit(document, {
    [Kind.STRING]: (node) => checkText(node.value, paths.ofLiteral(node) ?? ''),
    [Kind.LIST]: (node) => checkList(node.values, paths.ofLiteral(node) ?? ''),
  });
  for (const [name, value] of Object.entries(variables)) check(value, paths.ofVariable(name), 1);
}

function check(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') checkText(value, path);
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) throw refuse('BAD_USER_INPUT', 'Too deep', { field: path.slice(0, 100) });
  if (Array.isArray(value)) checkList(value, path);
  for (const [key, child] of Object.entries(value)) check(child, `${path}.${key}`, depth + 1);
}

function checkText(text: string, field: string): void {
  if (text.length > LONGEST_TEXT) {
    throw refuse('BAD_USER_INPUT', `A text has at most ${LONGEST_TEXT} characters`, { field });
  }
  if (UNKEEPABLE.test(text)) {
    throw refuse('BAD_USER_INPUT', 'A text has no NUL and no broken characters', { field });
  }
}

function checkList(list: readonly unknown[], field: string): void {
  if (list.length <= LONGEST_LIST) return;
  throw refuse('BAD_USER_INPUT', `A list has at most ${LONGEST_LIST} items`, { field });
}
