/** An engagement names a catalog that neither comes with the product nor was given. */
export class UnknownCatalogError extends Error {
  constructor(readonly catalog: string) {
    super(`Unknown catalog: ${catalog}`);
    this.name = 'UnknownCatalogError';
  }
}
