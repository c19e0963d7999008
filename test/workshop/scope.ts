import type { Scope, ScopeItem } from '../../src/workshop/model/scope';

/** An item of nothing but what is told. */
export const itemOf = (told: Partial<ScopeItem> & Pick<ScopeItem, 'id' | 'step'>): ScopeItem => ({
  item: told.id,
  explanation: '',
  dimension: 'd1',
  module: '',
  said: {},
  own: false,
  retired: false,
  effort: '',
  moves: [],
  ...told,
});

/** A small scope: one branch of two dimensions for each step that has an item. */
export function scopeOf(items: ScopeItem[], told: Partial<Scope> = {}): Scope {
  const headers = ['pick', 'priority', 'phase', 'owner', 'wording', 'comment'] as const;
  const others = ['dimension', 'module', 'item', 'explanation'] as const;
  return {
    title: 'Acme',
    currency: 'CNY',
    branches: [...new Set(items.map(({ step }) => step))].map((step) => ({
      step,
      name: step,
      dimensions: [
        { id: 'd1', label: 'First' },
        { id: 'd2', label: 'Second' },
      ],
      modules: step === 'function' ? [{ id: 'm1', label: 'Module' }] : [],
    })),
    items,
    calls: [],
    metrics: [],
    choices: { pick: [], priority: [], phase: [] },
    headers: Object.fromEntries([...headers, ...others].map((id) => [id, id])) as Scope['headers'],
    meeting: undefined,
    capacity: { days: {}, room: {} },
    ...told,
  };
}
