/**
 * The 11 steps of micro-consulting as the method's author gives them for key accounts
 * (who leads, mode, vendor hours); the days that each takes are house, the client's among them.
 */
export const microSteps: {
  lead: 'vendor' | 'client';
  mode: 'online' | 'offline';
  hours: number;
  days: number;
}[] = [
  { lead: 'vendor', mode: 'online', hours: 8, days: 1 },
  { lead: 'vendor', mode: 'online', hours: 2, days: 1 },
  { lead: 'client', mode: 'offline', hours: 0, days: 2 },
  { lead: 'vendor', mode: 'online', hours: 2, days: 1 },
  { lead: 'client', mode: 'offline', hours: 0, days: 2 },
  { lead: 'vendor', mode: 'offline', hours: 12, days: 2 },
  { lead: 'vendor', mode: 'online', hours: 2, days: 1 },
  { lead: 'client', mode: 'offline', hours: 0, days: 1 },
  { lead: 'vendor', mode: 'offline', hours: 8, days: 1 },
  { lead: 'vendor', mode: 'online', hours: 2, days: 1 },
  { lead: 'vendor', mode: 'offline', hours: 4, days: 1 },
];

/** The days that the author's hours are given for. */
export const microDays = 5;

export const comparisonAspects: { id: string; unit: 'months' | 'money' | 'personDays' }[] = [
  { id: 'selection', unit: 'months' },
  { id: 'build', unit: 'months' },
  { id: 'spend', unit: 'money' },
  { id: 'people', unit: 'personDays' },
  { id: 'loss', unit: 'money' },
  { id: 'lossTime', unit: 'months' },
  { id: 'opportunity', unit: 'money' },
];

export const budgetItems = [
  'software',
  'services',
  'team',
  'training',
  'operation',
  'improvement',
] as const;
export const processItems = ['design', 'develop', 'monitor', 'improve'] as const;
export const promotionItems = ['sponsor', 'business', 'pilot', 'appraisal', 'review'] as const;
