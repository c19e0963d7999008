import type { workbook as base } from '../zh-CN/workbook';

export const workbook: Record<keyof typeof base, string> = {};
