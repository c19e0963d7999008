import type { Engine } from './engine';

/** Data as it comes over the wire; the member that takes it checks it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Wire = any;

/** Ranges and sheets lead to all other objects and these back to them: they go by name ({@link kindOf}). */
export type NamedKind = 'Range' | 'RangeAreas' | 'Worksheet';

/** A live object of the API: what it is and what it stands for. */
export interface Instance<S = Wire> {
  kind: Kind<S> | NamedKind;
  state: S;
}

/**
 * One class of the API at the wire. Member names are Pascal case, as the client sends them.
 * `get`: loadable properties · `set`: writable ones · `to`: child objects ·
 * `call`: methods, answering plain data, an {@link Instance}, or null for a null object.
 */
export interface Kind<S> {
  name: string;
  /** What identifies the object in answers, so that the client can ask for it again. */
  key?: (state: S, engine: Engine) => Record<string, unknown>;
  get?: Record<string, (state: S, engine: Engine) => unknown>;
  set?: Record<string, (state: S, value: Wire, engine: Engine) => void>;
  to?: Record<string, (state: S, engine: Engine) => Instance>;
  call?: Record<string, (state: S, args: Wire[], engine: Engine) => unknown>;
  /** `collection.getItem(key)` in its indexer form. */
  item?: (state: S, key: Wire, engine: Engine) => Instance;
  items?: (state: S, engine: Engine) => Instance[];
}

export const instance = <S>(kind: Kind<S> | NamedKind, state: S): Instance<S> => ({ kind, state });

export const isInstance = (value: unknown): value is Instance =>
  typeof value === 'object' && value !== null && 'kind' in value && 'state' in value;
