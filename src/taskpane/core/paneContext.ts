import { createContext, useContext } from 'react';
import type { Catalog } from '../../catalog/schema';
import type { Lang } from '../../messages';

/** What the pane itself can do, whatever the workbook. */
interface PaneAbilities {
  canDownload: boolean;
  /** Catalogs that the user opened. */
  catalogs: readonly Catalog[];
  onLang(lang: Lang): void;
  onCatalog(catalog: Catalog): void;
}

export const PaneContext = createContext<PaneAbilities | undefined>(undefined);

export function usePane(): PaneAbilities {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('Outside the pane');
  return pane;
}
