import { createContext, useContext } from 'react';
import type { Ref } from '../../explain';

/** What can be asked to explain itself: a named cell, a row's cell – the row by id or place –, or what is selected. */
export type Explainable =
  | 'selection'
  | { name: string }
  | { table: string; row: string | number; column: string }
  | { ref: Ref };

/** Opens the explanation of a value. */
export const ExplainContext = createContext<(of: Explainable) => void>(() => undefined);
export const useExplain = () => useContext(ExplainContext);
