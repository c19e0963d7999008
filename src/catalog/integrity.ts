import { checkContracts } from './check/contracts';
import { checkCoverage } from './check/coverage';
import { checkMetrics } from './check/metrics';
import { checkNeeds } from './check/needs';
import { checkSources } from './check/ranges';
import { checkQueries } from './check/queries';
import { checkReach } from './check/reach';
import { checkReferences } from './check/references';
import { checkStructure } from './check/structure';
import { checkMaturity, checkTexts } from './check/texts';
import { withKept } from './kept';
import { checkSuccession } from './check/succession';
import type { Problem } from './problem';
import { register } from './registry';
import type { Catalog } from './schema';

/** What is wrong with a parsed catalog, the same problems in the same order for the same catalog. */
export function checkCatalog(whole: Catalog): Problem[] {
  // What is retired is judged no more, but for what takes its place.
  const catalog = withKept(whole);
  const registry = register(catalog);
  return [
    ...checkReferences(catalog, registry),
    ...checkStructure(catalog, registry),
    ...checkMetrics(catalog),
    ...checkQueries(catalog),
    ...checkSources(catalog),
    ...checkNeeds(catalog),
    ...checkMaturity(catalog),
    ...checkContracts(catalog),
    ...checkReach(catalog, registry),
    ...checkCoverage(catalog),
    ...checkTexts(registry),
    ...checkSuccession(whole),
  ];
}
