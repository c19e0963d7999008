type Fields = { id: string };
type ById = Record<string, unknown>;

/** What a model says about its items in files of their own, by id. */
export interface Further {
  ranges: ById;
  maturity: ById;
  scripts: ById;
  dependencies: ById;
}

interface Written {
  modules: readonly Fields[];
  asks: readonly Fields[];
  pains: readonly Fields[];
  functions: readonly Fields[];
  metrics: readonly Fields[];
  [field: string]: unknown;
}

/**
 * The model with each of these where it belongs.
 * @throws Error when a file speaks of an id that the model does not have
 */
export function complete(model: Written, further: Further): unknown {
  const places = [
    { file: 'ranges', field: 'ranges', lists: ['metrics'] },
    { file: 'maturity', field: 'maturity', lists: ['modules'] },
    { file: 'scripts', field: 'script', lists: ['asks', 'pains'] },
    { file: 'dependencies', field: 'needs', lists: ['functions'] },
  ] as const;
  const made: Written = { ...model };
  for (const { file, field, lists } of places) {
    const left = new Set(Object.keys(further[file]));
    for (const list of lists)
      made[list] = made[list].map((one) =>
        left.delete(one.id) ? { ...one, [field]: further[file][one.id] } : one,
      );
    const [stranger] = left;
    if (stranger !== undefined)
      throw new Error(`${file}.json: no ${lists.join(', ')} “${stranger}”`);
  }
  return made;
}
