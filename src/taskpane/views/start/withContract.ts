import type { Catalog } from '../../../catalog/schema';
import { betsOf, contractPreset, criteriaModel } from '../../../engagement/presets';
import { openProject } from '../../../engagement/project';
import { stages, type Engagement, type Stage } from '../../../engagement/schema';
import type { Lang } from '../../../messages';

/**
 * The engagement with the contract that the method names for its stage, once its dates are known.
 * @param goal id of the contract in the catalog whose terms it takes; its metrics come into scope
 */
export async function withContract(
  engagement: Engagement,
  lang: Lang,
  catalogs: readonly Catalog[],
  goal: string,
): Promise<Engagement> {
  const { stage, startDate, endDate } = engagement.settings;
  if (!isStage(stage) || typeof startDate !== 'string' || typeof endDate !== 'string') {
    return engagement;
  }
  const ids = engagement.catalogs.map(({ id }) => id);
  const { catalog } = await openProject(ids, lang, catalogs);
  const contract = catalog.contracts.find(({ id }) => id === goal);
  const bets = contract && stage !== 'micro-consulting' ? betsOf(catalog, contract, lang) : [];
  const { settings, ...rows } = contractPreset(stage, {
    lang,
    model: criteriaModel(ids),
    bets,
    start: startDate,
    end: endDate,
  });
  const agreed = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  );
  const metrics = Object.fromEntries(bets.map(({ metric }) => [metric, { use: 'yes' as const }]));
  return {
    ...engagement,
    ...rows,
    metrics: { ...engagement.metrics, ...metrics },
    settings: { ...engagement.settings, ...agreed },
  };
}

const isStage = (stage: unknown): stage is Stage => stages.some((one) => one === stage);
