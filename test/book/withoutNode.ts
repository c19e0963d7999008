import type * as books from '../../src/book';

/** The folder as a page loads it, which has nothing of Node. */
export async function booksWithoutNode(): Promise<typeof books> {
  const getBuiltin = jest.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  let page!: typeof books;
  await jest.isolateModulesAsync(async () => {
    page = await import('../../src/book');
  });
  getBuiltin.mockRestore();
  return page;
}
