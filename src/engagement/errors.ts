import { Failure } from '../messages';

/** An engagement names a catalog that neither comes with the product nor was given. */
export class UnknownCatalogError extends Failure {
  constructor(catalog: string) {
    super('unknown-catalog', { catalog });
  }
}
