import { createContext, useContext } from 'react';
import type { Catalog } from '../../catalog/schema';
import type { Lang } from '../../messages';

export type OpenWorkbook = (file: Uint8Array) => Promise<void>;

/** What the pane itself can do, whatever the workbook. */
interface PaneAbilities {
  canDownload: boolean;
  /** Opens a file as a workbook of its own, where Excel can. */
  openWorkbook?: OpenWorkbook;
  /** Begins an engagement of one's own in an empty workbook, where that can be had. */
  onNew?: () => void;
  /** Files that were dropped beside the pane and that nobody has taken yet. */
  handed: readonly File[];
  onHandedTaken(): void;
  /** Opens the large map; undefined where there is no room for it. */
  openMap?: () => void;
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
