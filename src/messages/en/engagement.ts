import type { engagement as base } from '../zh-CN/engagement';

export const engagement: Record<keyof typeof base, string> = {
  'engagement.problem.too-large':
    'The file is larger than {limit} MB, which no engagement is. Check that it is the right file.',
  'engagement.problem.invalid':
    '{place}: does not fit the engagement format. Compare it with its JSON Schema.',
};
