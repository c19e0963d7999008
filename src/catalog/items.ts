import type { Ask, Catalog, Func, Innovation, Metric, Pain, Plan } from './schema';
import { steps } from './steps';

/** The steps of APPFI in order, and the metrics they move. */
export const itemKinds = [...steps, 'metric'] as const;

export type ItemKind = (typeof itemKinds)[number];

/** Any item, told apart by its step. */
export type Item =
  | ({ step: 'ask' } & Ask)
  | ({ step: 'plan' } & Plan)
  | ({ step: 'pain' } & Pain)
  | ({ step: 'function' } & Func)
  | ({ step: 'innovation' } & Innovation)
  | ({ step: 'metric' } & Metric);

/** Every item in catalog order, step by step. */
export function items(catalog: Catalog): Item[] {
  return [
    ...catalog.asks.map((item) => ({ step: 'ask' as const, ...item })),
    ...catalog.plans.map((item) => ({ step: 'plan' as const, ...item })),
    ...catalog.pains.map((item) => ({ step: 'pain' as const, ...item })),
    ...catalog.functions.map((item) => ({ step: 'function' as const, ...item })),
    ...catalog.innovations.map((item) => ({ step: 'innovation' as const, ...item })),
    ...catalog.metrics.map((item) => ({ step: 'metric' as const, ...item })),
  ];
}
