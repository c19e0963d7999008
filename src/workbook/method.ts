/**
 * The 11 steps of micro-consulting as the method's author gives them for key accounts
 * (who leads, mode, vendor hours); the working days are house.
 */
export const microSteps: {
  lead: 'vendor' | 'client';
  mode: 'online' | 'offline';
  hours: number;
  from: number;
  to: number;
}[] = [
  { lead: 'vendor', mode: 'online', hours: 8, from: 1, to: 1 },
  { lead: 'vendor', mode: 'online', hours: 2, from: 2, to: 2 },
  { lead: 'client', mode: 'offline', hours: 0, from: 2, to: 2 },
  { lead: 'vendor', mode: 'online', hours: 2, from: 2, to: 2 },
  { lead: 'client', mode: 'offline', hours: 0, from: 3, to: 3 },
  { lead: 'vendor', mode: 'offline', hours: 12, from: 2, to: 3 },
  { lead: 'vendor', mode: 'online', hours: 2, from: 4, to: 4 },
  { lead: 'client', mode: 'offline', hours: 0, from: 4, to: 4 },
  { lead: 'vendor', mode: 'offline', hours: 8, from: 4, to: 5 },
  { lead: 'vendor', mode: 'online', hours: 2, from: 5, to: 5 },
  { lead: 'vendor', mode: 'offline', hours: 4, from: 5, to: 5 },
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
