import type { pane as base } from '../zh-CN/pane';

export const pane: Record<keyof typeof base, string> = {};
