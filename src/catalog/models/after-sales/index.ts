import { complete } from '../complete';
import asks from './asks.json';
import contracts from './contracts.json';
import dependencies from './dependencies.json';
import functionsDefective from './functions.defective.json';
import functionsExperience from './functions.experience.json';
import functionsNetwork from './functions.network.json';
import functionsOmnichannel from './functions.omnichannel.json';
import functionsParts from './functions.parts.json';
import functionsQuality from './functions.quality.json';
import functionsSettlement from './functions.settlement.json';
import functionsSupport from './functions.support.json';
import functionsWorkorder from './functions.workorder.json';
import head from './head.json';
import innovations from './innovations.json';
import maturity from './maturity.json';
import metrics from './metrics.json';
import pages from './pages.json';
import painsDefective from './pains.defective.json';
import painsExperience from './pains.experience.json';
import painsNetwork from './pains.network.json';
import painsOmnichannel from './pains.omnichannel.json';
import painsParts from './pains.parts.json';
import painsQuality from './pains.quality.json';
import painsSettlement from './pains.settlement.json';
import painsSupport from './pains.support.json';
import painsWorkorder from './pains.workorder.json';
import plans from './plans.json';
import ranges from './ranges.json';
import scripts from './scripts.json';

/** The model as written, not yet parsed. */
export const model: unknown = complete(
  {
    ...head,
    asks,
    plans,
    pains: [
      ...painsExperience,
      ...painsOmnichannel,
      ...painsWorkorder,
      ...painsNetwork,
      ...painsParts,
      ...painsDefective,
      ...painsQuality,
      ...painsSupport,
      ...painsSettlement,
    ],
    functions: [
      ...functionsExperience,
      ...functionsOmnichannel,
      ...functionsWorkorder,
      ...functionsNetwork,
      ...functionsParts,
      ...functionsDefective,
      ...functionsQuality,
      ...functionsSupport,
      ...functionsSettlement,
    ],
    innovations,
    metrics,
    contracts,
    pages,
  },
  { ranges, maturity, scripts, dependencies },
);
