import { z } from 'zod';
import { Engagement } from './schema';

/** The JSON Schema (2020-12) of an engagement file. */
export const engagementJsonSchema = () => ({
  title: 'APPFI engagement',
  ...z.toJSONSchema(Engagement, { io: 'input', reused: 'ref' }),
});
