import type { cli as base } from '../zh-CN/cli';

export const cli: Record<keyof typeof base, string> = {};
