import { lazy } from 'react';

/** The large map over the page, loaded when it is first opened. */
export const FullMap = lazy(() => import('./FullWindow'));
