import type { engagement as base } from '../zh-CN/engagement';

export const engagement: Record<keyof typeof base, string> = {};
