import type { Catalog } from '../catalog/schema';
import { namesIn, openProject } from '../engagement/project';
import type { Engagement } from '../engagement/schema';
import type { Lang } from '../messages';
import { describeWorkbook, type WorkbookSpec } from '../workbook';
import { addInVersion } from './version';

interface DescribeOptions {
  /** Catalogs that do not come with the product, or stand for those that do. */
  catalogs?: readonly Catalog[];
  collected?: boolean;
  mapped?: boolean;
}

/**
 * The engagement as a described workbook. The last few are kept, since reading and laying out ask for the
 * same ones: what is answered is not to be changed.
 */
export function describe(
  engagement: Engagement,
  lang: Lang,
  { catalogs = [], collected = false, mapped = false }: DescribeOptions = {},
): Promise<WorkbookSpec> {
  const asked = [engagement, lang, catalogs.map(numberOf), collected, mapped];
  return lately(JSON.stringify(asked), async () => {
    const project = await openProject(engagement.catalogs, lang, catalogs, namesIn(engagement));
    const { catalog } = project;
    return describeWorkbook({
      ...{ lang, catalog, catalogs: project.catalogs, engagement, addInVersion },
      ...{ collected, mapped },
    });
  });
}

const numbers = new WeakMap<Catalog, number>();
let numbered = 0;

/** Catalogs do not change, so that one object stands for one content. */
function numberOf(catalog: Catalog): number {
  const number = numbers.get(catalog) ?? ++numbered;
  numbers.set(catalog, number);
  return number;
}

const described = new Map<string, Promise<WorkbookSpec>>();
const mostDescribed = 4;

function lately(key: string, make: () => Promise<WorkbookSpec>): Promise<WorkbookSpec> {
  const spec = described.get(key) ?? make();
  described.delete(key);
  described.set(key, spec);
  const [oldest] = described.keys();
  if (described.size > mostDescribed && oldest !== undefined) described.delete(oldest);
  spec.catch(() => described.delete(key));
  return spec;
}
