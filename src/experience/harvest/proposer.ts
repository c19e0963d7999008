import { normalise, similarity } from '../../catalog/check/similar';
import { items, type Item } from '../../catalog/items';
import type { Catalog, Text } from '../../catalog/schema';
import { steps, type Step } from '../../catalog/steps';
import { digestOf } from '../../catalog/digest';
import { engagementId } from '../../engagement/identity';
import { cellsDigest } from '../../engagement/ledger';
import type { Lang } from '../../messages';
import { rowsIn, type StudiedRow, type Study } from '../../office';
import { anonymiser, type Anonymous, type Keeping, type Kind, type Vocabulary } from './anonymise';
import { decisionKey, figuresKey, isDecided } from './decided';
import type { Draft } from './group';
import { knownNames } from './known';
import type { FigureProposal, ItemProposal, Texts, WordingProposal } from './review';

/** What may leave, and which words never do. */
export interface Discretion {
  keeping?: Keeping;
  /** A firm's own words. */
  withheld?: readonly string[];
  /** Further catalogs whose words are nobody's. */
  ordinary?: readonly Catalog[];
}

type StepItem = Extract<Item, { step: Step }>;

/** From here on an engagement's own item is taken for the one it was harvested as. */
const same = 0.6;

/** Stands between suspicious words in a cell. */
export const between = ' · ';

/** The field of a catalog item behind a column of the workbook. */
const fieldOf: Record<string, string> = {
  item: 'text',
  wording: 'text',
  explanation: 'explanation',
  symptom: 'symptom',
  cost: 'cost',
  technology: 'technology',
  data: 'data',
  trial: 'trial',
};

/** What was taken out of the texts of a proposal, and what is left that may be a name. */
interface Found {
  stripped: Set<Kind>;
  suspicious: Set<string>;
}
const nothing = (): Found => ({ stripped: new Set(), suspicious: new Set() });

/** What one finished engagement proposes. */
export class Proposer {
  readonly engagement: string;
  private readonly lang: Lang;
  private readonly anonymous: (text: string) => Anonymous;
  private readonly known: ReadonlyMap<string, Item>;

  constructor(
    private readonly study: Study,
    private readonly catalog: Catalog,
    vocabulary: Vocabulary,
    { keeping = {}, withheld = [] }: Discretion,
  ) {
    const { engagement } = study.read;
    const names = knownNames(engagement, vocabulary);
    // Where nobody is named, what it holds: files of one name are not one engagement, nor copies several.
    this.engagement = engagementId(engagement.settings, digestOf(engagement));
    this.lang = study.spec.lang;
    this.anonymous = anonymiser({ names, withheld, vocabulary, keeping });
    this.known = new Map(items(catalog).map((item) => [item.id, item]));
  }

  offers(item: string): boolean {
    return [...steps, 'metrics' as const].some((table) =>
      rowsIn(this.study, table).some(({ id }) => id === item),
    );
  }

  private proposal(found: Found, key: string, ...about: unknown[]) {
    const { stripped, suspicious } = found;
    return {
      id: `p.${cellsDigest([this.engagement, ...about]).slice(0, 8)}`,
      engagements: [this.engagement],
      ...{ count: 1, of: 1, variants: [key] },
      ...(stripped.size > 0 && { stripped: [...stripped] }),
      ...(suspicious.size > 0 && { suspicious: [...suspicious].join(between) }),
    };
  }

  /** A text of the workbook in its language, without what tells whose it is. */
  private texts(value: unknown, found: Found): Texts | undefined {
    if (value === null || value === undefined || String(value).trim() === '') return undefined;
    const { text, stripped, suspicious } = this.anonymous(String(value));
    for (const one of stripped) found.stripped.add(one);
    for (const one of suspicious) found.suspicious.add(one);
    return { [this.lang]: text };
  }

  items(): Draft<ItemProposal>[] {
    return steps.flatMap((step) =>
      rowsIn(this.study, step)
        .filter(({ id, cells }) => id.startsWith('custom.') && cells.pick !== 'no')
        .flatMap((row) => this.item(step, row) ?? []),
    );
  }

  private item(step: Step, { id, cells }: StudiedRow): Draft<ItemProposal> | undefined {
    const found = nothing();
    const text = this.texts(cells.item, found);
    if (!text || this.isHarvested(step, text)) return undefined;
    const near = this.neighbour(step, text, String(cells.dimension ?? ''));
    if (!near) return undefined;
    const { dimension, item } = near;
    const optional = Object.fromEntries(
      ['explanation', 'symptom', 'cost', 'technology', 'data', 'trial'].flatMap((field) => {
        const value = this.texts(cells[field], found);
        return value ? [[field, value]] : [];
      }),
    );
    const key = decisionKey(['item', step], text[this.lang] ?? '');
    const base = this.proposal(found, key, step, text);
    const stem = item?.id.replace(/\.[^.]*$/, '') ?? `${this.catalog.id}.${step}`;
    const effort = (['S', 'M', 'L', 'XL'] as const).find((one) => one === cells.effort);
    const maturity = (['proven', 'growing', 'emerging'] as const).find(
      (one) => one === cells.maturity,
    );
    const module = step === 'function' ? this.module(cells.module, dimension, item) : undefined;
    const proposal: ItemProposal = {
      ...base,
      step,
      text,
      newId: `${stem}.${base.id.replace('p.', 'h')}`,
      dimension,
      ...optional,
      ...this.links(item),
      ...(module !== undefined && { module }),
      ...(effort && { effort }),
      ...(maturity && { maturity }),
    };
    return { proposal, engagement: this.engagement, about: step, row: id, text, key };
  }

  private ofStep(step: Step): StepItem[] {
    return [...this.known.values()].filter((item): item is StepItem => item.step === step);
  }

  private isHarvested(step: Step, text: Texts): boolean {
    return this.ofStep(step).some(
      (item) =>
        item.harvested?.some(({ engagement }) => engagement === this.engagement) &&
        similarity(read(item.text, this.lang), text[this.lang] ?? '') >= same,
    );
  }

  /**
   * The item of the catalog that a proposal lies nearest to: in its dimension, rather one that was
   * picked. None where the proposal belongs to another catalog of the engagement.
   */
  private neighbour(step: Step, text: Texts, said: string) {
    const dimensions = this.catalog.dimensions.filter(({ holds }) => holds.includes(step));
    const own = dimensions.find(({ id }) => id === said);
    if (!own && this.study.read.engagement.catalogs.length > 1) return undefined;
    const answers = this.study.read.engagement[step];
    const rank = (item: StepItem) =>
      similarity(read(item.text, this.lang), text[this.lang] ?? '') +
      (answers[item.id]?.pick === 'yes' ? 0.1 : 0);
    const [item] = this.ofStep(step)
      .filter(({ dimension }) => !own || dimension === own.id)
      .map((one) => ({ one, value: rank(one) }))
      .sort((a, b) => b.value - a.value)
      .map(({ one }) => one);
    const dimension = own?.id ?? item?.dimension ?? dimensions[0]?.id;
    return dimension === undefined ? undefined : { dimension, item };
  }

  /** A first suggestion for the links of a new item: those of its neighbour. */
  private links(
    item: StepItem | undefined,
  ): Pick<ItemProposal, 'calledBy' | 'answeredBy' | 'moves'> {
    const answers = this.study.read.engagement.function;
    const answering =
      item?.step === 'pain'
        ? this.catalog.functions.filter(({ calledBy }) => calledBy[item.id] !== undefined)
        : [];
    const picked = answering.filter(({ id }) => answers[id]?.pick === 'yes');
    return {
      calledBy: item && 'calledBy' in item ? item.calledBy : {},
      answeredBy: (picked.length > 0 ? picked : answering).map(({ id }) => id),
      moves: item && 'moves' in item ? item.moves : {},
    };
  }

  private module(said: unknown, dimension: string, near: StepItem | undefined): string | undefined {
    const here = this.catalog.modules.filter((module) => module.dimension === dimension);
    const named = here.find(({ id, name }) => said === id || said === read(name, this.lang));
    const beside = near?.step === 'function' ? near.module : undefined;
    return (named ?? here.find(({ id }) => id === beside) ?? here[0])?.id;
  }

  wordings(): Draft<WordingProposal>[] {
    const { engagement } = this.study.read;
    return [...steps, 'metrics' as const].flatMap((table) => {
      const answers: Record<string, Record<string, unknown>> = engagement[table];
      const edits: Record<string, Record<string, unknown>> = engagement.edits[table] ?? {};
      return [...new Set([...Object.keys(edits), ...Object.keys(answers)])].flatMap((id) => {
        const item = this.known.get(id);
        // What stands under explanation there is how a metric is measured.
        const edited = table === 'metrics' ? { item: edits[id]?.item } : edits[id];
        const said = { ...edited, wording: answers[id]?.wording };
        if (!item || answers[id]?.pick === 'no') return [];
        return Object.entries(said).flatMap(([column, value]) => this.wording(item, column, value));
      });
    });
  }

  private wording(item: Item, column: string, value: unknown): Draft<WordingProposal>[] {
    const field = fieldOf[column];
    const found = nothing();
    const text = this.texts(value, found);
    const current = (item as unknown as Record<string, Text | undefined>)[field ?? ''];
    if (field === undefined || !text || !current) return [];
    const words = text[this.lang] ?? '';
    if (normalise(read(current, this.lang)) === normalise(words)) return [];
    const about = `${item.id} ${field}`;
    const key = decisionKey(['wording', item.id, field], words);
    const proposal: WordingProposal = {
      ...this.proposal(found, key, item.id, field, text),
      ...{ item: item.id, field, text, current },
    };
    return [{ proposal, engagement: this.engagement, about, row: about, text, key }];
  }

  figures(): FigureProposal[] {
    const currency = this.study.read.engagement.settings.currency;
    const isNew = (
      thing: { id: string; observed?: { engagement: string }[] | undefined } | undefined,
    ) =>
      thing &&
      !thing.observed?.some(({ engagement }) => engagement === this.engagement) &&
      !isDecided(this.catalog, figuresKey(thing.id, this.engagement));
    const figures = (cells: StudiedRow['cells'], columns: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(columns).flatMap(([name, column]) => {
          const value = cells[column];
          return typeof value === 'number' ? [[name, value]] : [];
        }),
      );
    const propose = (id: string, unit: string, name: string, values: Record<string, number>) => ({
      id: `p.${cellsDigest([this.engagement, id, 'figures']).slice(0, 8)}`,
      engagement: this.engagement,
      item: id,
      name,
      ...(unit === 'money' && currency && { currency: String(currency) }),
      ...values,
    });
    const metrics = rowsIn(this.study, 'metrics').flatMap(({ id, cells }) => {
      const metric = this.catalog.metrics.find((one) => one.id === id);
      const values = figures(cells, { baseline: 'baseline', target: 'target', actual: 'actual' });
      if (!metric || !isNew(metric) || values.baseline === undefined) return [];
      return [propose(id, metric.unit, read(metric.text, this.lang), values)];
    });
    const drivers = rowsIn(this.study, 'drivers').flatMap(({ id, cells }) => {
      const driver = this.catalog.drivers.find((one) => one.id === id);
      const values = figures(cells, { value: 'likely' });
      if (!driver || !isNew(driver) || values.value === undefined) return [];
      return [propose(id, driver.unit, read(driver.name, this.lang), values)];
    });
    return [...metrics, ...drivers];
  }
}

const read = (text: Text, lang: Lang): string => text[lang] ?? text['zh-CN'];
