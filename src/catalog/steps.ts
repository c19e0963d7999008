/** The five steps of APPFI in which a client picks, in order. */
export const steps = ['ask', 'plan', 'pain', 'function', 'innovation'] as const;
export type Step = (typeof steps)[number];
