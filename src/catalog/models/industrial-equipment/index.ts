import type { CatalogOverlay } from '../../overlay';
import overlay from './overlay.json';

/** What changes in after-sales service where the client reckons with downtime. */
export const changes: CatalogOverlay = overlay;
