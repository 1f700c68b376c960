import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { refuse, type OperationRefused } from './refused.ts';

const MOST_LEVELS = 16;
const MOST_ALIASES = 30;
const MOST_FIELDS = 1_000;
/**
 * The most levels of brackets in a document and of fragments in fragments: far more than 16 levels of fields
 * need, and safe for the stack.
 */
export const MOST_NESTED = 100;

interface Size {
  readonly levels: number;
  readonly aliases: number;
  readonly fields: number;
}

const EMPTY: Size = { levels: 0, aliases: 0, fields: 0 };

/**
 * Holds every operation of a document to its limits, counting fragments at every spread. Each fragment is
 * measured once, so a small document cannot make this expensive.
 * @throws {OperationRefused} QUERY_TOO_COMPLEX
 */
export function checkDocumentLimits(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measure = measurer(fragments);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const { levels, aliases, fields } = measure(node.selectionSet);
    if (levels > MOST_LEVELS) throw tooComplex(`at most ${MOST_LEVELS} levels`);
    if (aliases > MOST_ALIASES) throw tooComplex(`at most ${MOST_ALIASES} aliases`);
    if (fields > MOST_FIELDS) throw tooComplex(`at most ${MOST_FIELDS} fields`);
  }
}

function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const known = new Map<string, Size>();
  let nested = 0;

  function ofFragment(name: string): Size {
    const size = known.get(name);
    if (size) return size;
    // A fragment that spreads itself counts as empty here; validation refuses it.
    known.set(name, EMPTY);
    const fragment = fragments.get(name);
    nested += 1;
    if (nested > MOST_NESTED) throw tooComplex(`at most ${MOST_NESTED} fragments in one another`);
    const measured = fragment ? ofSet(fragment.selectionSet) : EMPTY;
    nested -= 1;
    known.set(name, measured);
    return measured;
  }

  function ofSet(set: SelectionSetNode | undefined): Size {
    return (set?.selections ?? []).map(ofSelection).reduce(joined, EMPTY);
  }

  function ofSelection(node: SelectionSetNode['selections'][number]): Size {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    const inner = ofSet(node.selectionSet);
    if (node.kind === Kind.INLINE_FRAGMENT) return inner;
    return {
      levels: inner.levels + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      fields: inner.fields + 1,
    };
  }

  return ofSet;
}

function joined(a: Size, b: Size): Size {
  return {
    levels: Math.max(a.levels, b.levels),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
  };
}

export function tooComplex(limit: string): OperationRefused {
  return refuse('QUERY_TOO_COMPLEX', `A document has ${limit}`);
}
