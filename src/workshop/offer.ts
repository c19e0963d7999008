import { lazy } from 'react';
import { offerMap } from '../taskpane/core/mapWindow';

/** In Excel the large map is a dialog; what drives it is loaded when it is first opened. */
offerMap(lazy(() => import('./dialog/Parent')));
