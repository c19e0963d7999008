import type { office as base } from '../zh-CN/office';

export const office: Record<keyof typeof base, string> = {};
