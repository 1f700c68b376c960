import { SvelteMap } from 'svelte/reactivity';
import type { SettingsPartsFragment, UpdateSettingsInput } from '../gql/graphql.ts';
import { fault, fieldAt, FIELDS, inputValue, storedText } from './fields.ts';

export interface Change {
  path: string;
  name: string;
  from: string;
  to: string;
}

/** Settings being edited. Nothing is stored before the user confirms, and each change shows the old value. */
export class Draft {
  base: SettingsPartsFragment = $state.raw({} as SettingsPartsFragment);
  readonly #edits = new SvelteMap<string, string>();

  constructor(base: SettingsPartsFragment) {
    this.base = base;
  }

  textOf(path: string): string {
    return this.#edits.get(path) ?? this.storedOf(path);
  }

  storedOf(path: string): string {
    return storedText(this.base, fieldAt(path));
  }

  was(path: string): string | null {
    return this.isChanged(path) ? this.storedOf(path) || 'none' : null;
  }

  isChanged(path: string): boolean {
    return this.#edits.has(path);
  }

  /** Text is a change when it differs from what is stored. A secret's text always is one; if empty, it clears. */
  set(path: string, text: string): void {
    const field = fieldAt(path);
    if (field.kind !== 'secret' && text === storedText(this.base, field)) this.#edits.delete(path);
    else this.#edits.set(path, text);
  }

  /** Sends the stored text once more, because its meaning has changed since. */
  again(path: string): void {
    this.#edits.set(path, this.storedOf(path));
  }

  undo(path: string): void {
    this.#edits.delete(path);
  }

  discard(): void {
    this.#edits.clear();
  }

  /** Takes newer settings as the base; typed text stays. */
  rebase(current: SettingsPartsFragment): void {
    this.base = current;
    for (const [path, text] of [...this.#edits]) this.set(path, text);
  }

  readonly changes: Change[] = $derived.by(() =>
    FIELDS.filter((field) => this.#edits.has(field.path)).map((field) => {
      const secret = field.kind === 'secret';
      const to = this.#edits.get(field.path) ?? '';
      return {
        path: field.path,
        name: field.name,
        from: secret ? '' : storedText(this.base, field) || 'none',
        to: secret ? (to ? 'new' : 'cleared') : to || 'none',
      };
    }),
  );

  faultOf(path: string): string | null {
    const text = this.#edits.get(path);
    return text === undefined ? null : fault(fieldAt(path), text);
  }

  readonly faulty = $derived.by(() => [...this.#edits.keys()].some((path) => this.faultOf(path)));

  input(expectedVersion: number): UpdateSettingsInput {
    const input: Record<string, unknown> = { expectedVersion };
    for (const [path, text] of this.#edits) {
      const [outer = '', inner] = path.split('.');
      const value = inputValue(fieldAt(path), text);
      if (inner === undefined) input[outer] = value;
      else input[outer] = { ...(input[outer] as object | undefined), [inner]: value };
    }
    return input as unknown as UpdateSettingsInput;
  }
}
