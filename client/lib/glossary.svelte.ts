import type { Client } from '@urql/svelte';
import { getContext, setContext } from 'svelte';
import { GlossaryDocument, type GlossaryQuery } from '../gql/graphql.ts';
import { deskError, type DeskError } from './errors.ts';

export type Term = GlossaryQuery['glossary'][number];

/** What figures mean, in the server's words; loaded once, when the reader first asks for a meaning. */
export class Glossary {
  /** The terms by name; null before the answer. */
  terms: ReadonlyMap<string, Term> | null = $state.raw(null);
  error: DeskError | null = $state.raw(null);
  #asking = false;

  constructor(private readonly client: Pick<Client, 'query'>) {}

  async load(): Promise<void> {
    if (this.terms || this.#asking) return;
    this.#asking = true;
    const { data, error } = await this.client.query(GlossaryDocument, {}).toPromise();
    this.#asking = false;
    this.error = error ? deskError(error) : null;
    if (data) this.terms = new Map(data.glossary.map((term) => [term.name, term]));
  }
}

const KEY = Symbol('glossary');

export function setGlossary(glossary: Glossary): void {
  setContext(KEY, glossary);
}

/** The page's glossary; null while no user is signed in. */
export function getGlossary(): Glossary | null {
  return getContext<Glossary | undefined>(KEY) ?? null;
}
