import type { Catalog } from '../../../catalog/schema';
import { contractPreset } from '../../../engagement/presets';
import { openProject } from '../../../engagement/project';
import { stages, type Engagement, type Stage } from '../../../engagement/schema';
import type { Lang } from '../../../messages';

/** The engagement with the contract that the method names for its stage, once its dates are known. */
export async function withContract(
  engagement: Engagement,
  lang: Lang,
  catalogs: readonly Catalog[],
): Promise<Engagement> {
  const { stage, startDate, endDate } = engagement.settings;
  if (!isStage(stage) || typeof startDate !== 'string' || typeof endDate !== 'string') {
    return engagement;
  }
  const ids = engagement.catalogs.map(({ id }) => id);
  const { catalog } = await openProject(ids, lang, catalogs);
  const { settings, ...rows } = contractPreset(stage, {
    lang,
    model: ids[0] === 'after-sales' ? 'after-sales' : 'key-account',
    metrics: catalog.metrics.map(({ id }) => id),
    start: startDate,
    end: endDate,
  });
  const agreed = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  );
  return { ...engagement, ...rows, settings: { ...engagement.settings, ...agreed } };
}

const isStage = (stage: unknown): stage is Stage => stages.some((one) => one === stage);
