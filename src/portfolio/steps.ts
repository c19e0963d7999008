/** The steps of APPFI in which a client picks, in order. */
export const stepIds = ['ask', 'plan', 'pain', 'function', 'innovation'] as const;
