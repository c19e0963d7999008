/** What --take says: ids, or "all". */
export const takenIds = (given: readonly string[] = []): readonly string[] | 'all' =>
  given.includes('all') ? 'all' : given;
