import { pageSheets, type Catalog, type Page } from '../catalog/schema';

/** The table of each sheet that pages of the method stand on. */
export const pageTables = {
  customer: 'CustomerPage',
  project: 'ProjectPage',
  service: 'ServicePage',
} as const satisfies Record<Page['sheet'], string>;

/** The sheets that the catalog has pages for; several models may have one for the same. */
export const pagesOf = ({ pages }: Catalog): { sheet: Page['sheet']; pages: [Page, ...Page[]] }[] =>
  pageSheets.flatMap((sheet) => {
    const [first, ...rest] = pages.filter((page) => page.sheet === sheet);
    return first ? [{ sheet, pages: [first, ...rest] }] : [];
  });

/** Accounts are rated where the catalog says how accounts are run. */
export const hasRating = (catalog: Catalog): boolean =>
  pagesOf(catalog).some(({ sheet }) => sheet === 'customer');
