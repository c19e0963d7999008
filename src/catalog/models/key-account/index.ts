import { complete } from '../complete';
import asks from './asks.json';
import contracts from './contracts.json';
import dependencies from './dependencies.json';
import functionsEcm from './functions.ecm.json';
import functionsEsp from './functions.esp.json';
import functionsMci from './functions.mci.json';
import functionsPbm from './functions.pbm.json';
import functionsTas from './functions.tas.json';
import head from './head.json';
import innovations from './innovations.json';
import maturity from './maturity.json';
import metrics from './metrics.json';
import pages from './pages.json';
import painsEcm from './pains.ecm.json';
import painsEsp from './pains.esp.json';
import painsMci from './pains.mci.json';
import painsPbm from './pains.pbm.json';
import painsTas from './pains.tas.json';
import plans from './plans.json';
import ranges from './ranges.json';
import scripts from './scripts.json';

/** The model as written, not yet parsed. */
export const model: unknown = complete(
  {
    ...head,
    asks,
    plans,
    pains: [...painsEsp, ...painsTas, ...painsMci, ...painsEcm, ...painsPbm],
    functions: [
      ...functionsEsp,
      ...functionsTas,
      ...functionsMci,
      ...functionsEcm,
      ...functionsPbm,
    ],
    innovations,
    metrics,
    contracts,
    pages,
  },
  { ranges, maturity, scripts, dependencies },
);
