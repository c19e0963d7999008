import { createContext } from 'react';

/** How the pane is loaded again; in Excel the workbook does not notice. */
export const ReloadContext = createContext<() => void>(() => window.location.reload());
