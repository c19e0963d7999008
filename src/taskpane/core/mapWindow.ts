import type { ComponentType } from 'react';

/** The large map of the engagement over the page, or in a window of its own; mounted while it is open. */
export type MapWindow = ComponentType<{ onClose: () => void }>;

let offered: MapWindow | undefined;

/** Says how this page shows the large map: as a dialog in Excel, over all of it on the try-it page. */
export const offerMap = (window: MapWindow): void => {
  offered = window;
};

/** Undefined where the map has no place but the pane. */
export const mapWindow = (): MapWindow | undefined => offered;
