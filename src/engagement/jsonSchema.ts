import { z } from 'zod';
import { EngagementForm } from './schema';

/** The JSON Schema (2020-12) of an engagement file. */
export const engagementJsonSchema = () => ({
  title: 'APPFI engagement',
  ...z.toJSONSchema(EngagementForm, { io: 'input', reused: 'ref' }),
});
